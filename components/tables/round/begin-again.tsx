'use client'

import { useState } from 'react'
import type { Round } from '#contract/round.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { BeginButton } from './begin-round.tsx'

/** Begins the next round, once somebody has seen how far the present one is. */
export function BeginAgain({
  ticked,
  all,
  onBegun,
}: {
  ticked: number
  all: number
  onBegun: (round: Round) => void
}) {
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <Button variant="quiet" onClick={() => setIsAsking(true)}>
        {text.round.beginAgain}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={text.round.beginAgainTitle}
        actions={
          <>
            <BeginButton
              words={text.round.beginAgain}
              size="big"
              variant="main"
              onBegun={(round) => {
                setIsAsking(false)
                onBegun(round)
              }}
            />
            <Button size="big" onClick={() => setIsAsking(false)}>
              {text.round.keep}
            </Button>
          </>
        }
      >
        {text.round.beginAgainPlain(ticked, all)}
      </Dialog>
    </>
  )
}
