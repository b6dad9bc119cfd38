'use client'

import { useRef, useState } from 'react'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useCamera } from './use-camera.ts'
import { useCodeReading } from './use-code-reading.ts'

/** The camera's picture, or why there is none and what helps; it runs for as long as it is on the page. */
export function CodeCamera({ onCode }: { onCode: (code: string) => Promise<void> }) {
  const [tries, setTries] = useState(0)
  return <CameraTry key={tries} onCode={onCode} onTryAgain={() => setTries(tries + 1)} />
}

function CameraTry({
  onCode,
  onTryAgain,
}: {
  onCode: (code: string) => Promise<void>
  onTryAgain: () => void
}) {
  const video = useRef<HTMLVideoElement>(null)
  const state = useCamera(video)
  useCodeReading(video, state === 'on', onCode)
  const isWell = state === 'starting' || state === 'on'

  return (
    <div className="grid gap-3">
      <div hidden={!isWell} className="overflow-hidden rounded-2xl border border-edge bg-ink">
        <video
          ref={video}
          muted
          playsInline
          aria-label={text.scan.picture}
          className="mx-auto block aspect-4/3 max-h-[35dvh] w-full object-cover"
        />
      </div>
      {isWell ? (
        <output className="block text-lg text-soft">
          {state === 'on' ? text.scan.looking : text.scan.starting}
        </output>
      ) : (
        <Notice role="alert" title={text.scan.trouble[state].title}>
          <p>{text.scan.trouble[state].way}</p>
          {state !== 'unprotected' && (
            <Button className="mt-3" onClick={onTryAgain}>
              {text.scan.tryAgain}
            </Button>
          )}
        </Notice>
      )}
    </div>
  )
}
