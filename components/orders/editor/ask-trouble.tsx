'use client'

import { usePathname } from 'next/navigation'
import type { Order } from '#contract/order.ts'
import type { ProblemError } from '#components/http/problem-error.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { pathOfPlace } from '#components/spots/path-of-place.ts'
import { text } from '#components/text/catalogue.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { limitWords } from '../limit-words.ts'
import type { EditWay } from '../edit-way.ts'

/** Why the guest was not asked, or why that is not known, and the way on. */
export function AskTrouble({
  error,
  isUnanswered,
  lockedBy,
  way,
  onSeparate,
  spotId,
}: {
  error: ProblemError | null
  isUnanswered: boolean
  /** The order has moved on while it was being changed. */
  lockedBy?: Order
  way: EditWay
  /** Puts what was added onto an order of its own. */
  onSeparate?: () => void
  spotId: number
}) {
  if (isUnanswered) {
    return (
      <Notice tone="trouble" role="alert" className="mb-3">
        <p>{text.editor.unanswered}</p>
        <ButtonLink href={pathOfPlace(spotId)} className="mt-2">
          {text.editor.unansweredLeave}
        </ButtonLink>
      </Notice>
    )
  }
  if (lockedBy) {
    return (
      <Notice role="alert" className="mb-3">
        <p>{lockedWords(lockedBy, way)}</p>
        {onSeparate && (
          <Button className="mt-2" onClick={onSeparate}>
            {text.editor.separate}
          </Button>
        )}
      </Notice>
    )
  }
  if (!error) return null
  return (
    <Notice role="alert" className="mb-3">
      <p>{askWords(error)}</p>
      {error.code === 'unauthenticated' && <SignInLink />}
    </Notice>
  )
}

function lockedWords({ status }: Order, way: EditWay): string {
  if (way === 'again') return text.again.movedOn
  if (way === 'decline') return text.declining.movedOn
  return status === 'pending' ? text.editor.movedOn : text.editor.locked[status]
}

/** Sign-in leads back here, where the draft is kept. */
function SignInLink() {
  const to = usePathname()
  return (
    <ButtonLink href={`/sign-in?to=${encodeURIComponent(to)}`} className="mt-2">
      {text.editor.signIn}
    </ButtonLink>
  )
}

function askWords(error: ProblemError): string {
  if (error.isOffline) return text.editor.offline
  const { notAsked } = text.editor
  return problemWords(error, {
    wallet_unreachable: text.editor.unreachable,
    wallet_refused: text.editor.refused(error.problem?.walletCode),
    idempotency_key_reused: text.editor.reused,
    unauthenticated: text.editor.signedOut,
    conflict: text.editor.movedOn,
    manager_required: `${limitWords(error)} ${notAsked}`,
    invalid: `${text.problems.invalid} ${notAsked}`,
    forbidden: `${text.problems.forbidden} ${notAsked}`,
    not_found: `${text.problems.not_found} ${notAsked}`,
    too_many_requests: `${text.problems.too_many_requests} ${notAsked}`,
  })
}
