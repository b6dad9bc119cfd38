'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Permission } from '#contract/permission.ts'
import { LONGEST_CODE } from '#contract/scan.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { useEscape } from '#components/spots/use-escape.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { CodeCamera } from './code-camera.tsx'
import { useScan, type ScanOutcome } from './use-scan.ts'

/** A table's code before the camera opens the table; where no camera can be had, its number does. */
export function ScanPage({ may }: { may: readonly Permission[] }) {
  const { outcome, isOpening, openCode, openTyped } = useScan()
  const [typed, setTyped] = useState('')
  const router = useRouter()
  useEscape(() => router.push('/'))
  return (
    <div className="mx-auto grid max-w-xl gap-4 px-4 pb-8">
      <PageHead title={text.scan.title} lead={text.scan.lead} />
      <CodeCamera onCode={openCode} />
      {isOpening && <output className="block text-lg">{text.scan.opening}</output>}
      {outcome && <Outcome outcome={outcome} />}
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void openTyped(typed)
        }}
      >
        <TextField
          label={text.scan.typed}
          enterKeyHint="go"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          required
          maxLength={LONGEST_CODE}
          className="min-w-48 flex-1"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          {...(outcome?.kind === 'noneMatch' && { error: text.scan.noneMatch })}
        />
        <Button type="submit" variant="main" className="min-h-12" isBusy={isOpening}>
          {text.scan.open}
        </Button>
      </form>
      {may.includes('edit_tables') && (
        <ButtonLink href="/tables/round" variant="quiet" className="mt-4">
          {text.round.title}
        </ButtonLink>
      )}
    </div>
  )
}

function Outcome({ outcome }: { outcome: ScanOutcome }) {
  if (outcome.kind === 'noneMatch') return null
  if (outcome.kind === 'failed') {
    return (
      <Notice role="alert" tone="trouble" title={text.scan.failed}>
        {problemWords(outcome.error)}
      </Notice>
    )
  }
  const { kind, name, wasOf } = outcome.scanned
  const { title, why } = text.scan.nowhere[kind]
  return (
    <Notice role="alert" tone="trouble" title={title(name)}>
      <p>{wasOf === undefined ? why : text.scan.wasOf(wasOf)}</p>
      {kind === 'other' && <bdi className="font-mono">{name}</bdi>}
    </Notice>
  )
}
