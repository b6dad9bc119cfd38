'use client'

import { useRef, useState } from 'react'
import type { Logo } from '#contract/code-sheet.ts'
import type { ProblemError } from '#components/http/problem-error.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { smallPicture } from './small-picture.ts'

/** The house's logo on every print, and the way to another or to none. */
export function LogoField({
  logo,
  isBusy,
  onPut,
  onRemove,
}: {
  logo: Logo | null
  isBusy: boolean
  onPut: (content: string) => Promise<ProblemError | null>
  onRemove: () => Promise<ProblemError | null>
}) {
  const input = useRef<HTMLInputElement>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const show = (problem: ProblemError | null) =>
    setTrouble(problem && `${text.codes.logoFailed} ${problemWords(problem)}`)

  async function put(file: File): Promise<void> {
    const content = await smallPicture(file)
    if (content === null) setTrouble(text.codes.badLogo)
    else show(await onPut(content))
  }

  return (
    <section aria-label={text.codes.logo} className="grid gap-2">
      <h2 className="font-semibold">{text.codes.logo}</h2>
      <div className="flex flex-wrap items-center gap-3">
        {logo && (
          // oxlint-disable-next-line nextjs/no-img-element -- The picture is in the page already.
          <img
            src={`data:${logo.type};base64,${logo.content}`}
            alt={text.codes.logoAlt}
            className="h-12 max-w-40 rounded-lg bg-[#fff] object-contain p-1"
          />
        )}
        <Button isBusy={isBusy} onClick={() => input.current?.click()}>
          {text.codes.chooseLogo}
        </Button>
        {logo && (
          <Button isBusy={isBusy} onClick={() => void onRemove().then(show)}>
            {text.codes.removeLogo}
          </Button>
        )}
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg"
          aria-label={text.codes.logo}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) void put(file)
            event.target.value = ''
          }}
        />
      </div>
      {trouble ? (
        <p role="alert" className="font-semibold text-alarm-ink">
          {trouble}
        </p>
      ) : (
        <p className="text-sm text-soft">{text.codes.logoPlain}</p>
      )}
    </section>
  )
}
