'use client'

import { useState } from 'react'
import { WAIT_MS, type Departure } from '#contract/departure.ts'
import type { Permission } from '#contract/permission.ts'
import { useFloor } from '#components/floor/use-floor.ts'
import { MoveDialog } from '#components/orders/rearrange/move-dialog.tsx'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { SteadyGroup } from '#components/ui/steady-group.tsx'
import { tablesMovedTo } from './moved-to.ts'
import type { SayingDeparture } from './use-departure.ts'
import { WriteOffDialog } from './write-off-dialog.tsx'

const WAIT_MINUTES = WAIT_MS / 60_000

/**
 * What can be said of guests who have left and done about what they left. Only once somebody has to decide are there
 * the two that end or put off the alarm.
 */
export function DepartureActs({
  spotId,
  departure,
  unpaid,
  may,
  saying: { running, say },
}: {
  spotId: number
  departure: Departure
  /** What can be moved or written off, in words; null where everything is held. */
  unpaid: string | null
  may: readonly Permission[]
  saying: SayingDeparture
}) {
  const [asking, setAsking] = useState<'move' | 'write_off' | null>(null)
  const { floor } = useFloor()
  const [guess] = tablesMovedTo(floor?.tiles ?? [], spotId, departure.leftAt)
  const isBusy = running !== null
  const { answer, isAlarm } = departure
  const close = () => setAsking(null)
  const common = { className: 'min-h-12 flex-auto px-3!', disabled: isBusy } as const

  return (
    <SteadyGroup shape={`${guess?.key} ${answer} ${isAlarm}`}>
      {!isAlarm && answer === undefined && <p className="mb-2 font-semibold">{text.left.ask}</p>}
      <div className="flex flex-wrap gap-2">
        {unpaid !== null && answer !== 'here' && (
          <Button
            {...common}
            isBusy={running === 'here'}
            onClick={() => void say({ answer: 'here' })}
          >
            {text.left.here}
          </Button>
        )}
        {unpaid !== null && guess && (
          <Button
            {...common}
            isBusy={running === 'moved'}
            onClick={() => void say({ answer: 'moved', spotId: guess.spot.id })}
          >
            <bdi className="line-clamp-2 leading-tight [overflow-wrap:anywhere]">
              {text.left.movedTo(guess.name)}
            </bdi>
          </Button>
        )}
        {unpaid !== null && (
          <Button {...common} onClick={() => setAsking('move')}>
            {guess ? text.left.movedOther : text.left.moved}
          </Button>
        )}
        {answer !== 'gone' && (
          <Button
            {...common}
            isBusy={running === 'gone'}
            onClick={() => void say({ answer: 'gone' })}
          >
            {text.left.gone}
          </Button>
        )}
        {isAlarm && (
          <Button
            {...common}
            variant="main"
            isBusy={running === 'wait'}
            onClick={() => void say({ answer: 'wait' })}
          >
            {text.left.wait(WAIT_MINUTES)}
          </Button>
        )}
        {isAlarm && unpaid !== null && may.includes('lower_orders') && (
          <Button
            {...common}
            variant="danger"
            isBusy={running === 'written_off'}
            onClick={() => setAsking('write_off')}
          >
            {text.left.writeOff}
          </Button>
        )}
      </div>
      <MoveDialog
        fromSpotId={spotId}
        amount={unpaid ?? ''}
        isOpen={asking === 'move'}
        onClose={close}
        onMove={(move) => {
          close()
          void say({ answer: 'moved', ...move })
        }}
      />
      <WriteOffDialog
        amount={unpaid ?? ''}
        isOpen={asking === 'write_off'}
        onClose={close}
        onWriteOff={(reason) => {
          close()
          void say({ answer: 'written_off', reason })
        }}
      />
    </SteadyGroup>
  )
}
