'use client'

import { useRouter } from 'next/navigation'
import type { Permission } from '#contract/permission.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { useEscape } from '#components/spots/use-escape.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { DecidedList } from './decided-list.tsx'
import { HeldList } from './held-list.tsx'
import { usePayments } from './use-payments.ts'

/** The payments of the whole house. What was read stays on screen while it cannot be read again. */
export function PaymentsPage({ may }: { may: readonly Permission[] }) {
  const { payments, error, readAgain } = usePayments()
  const router = useRouter()
  useEscape(() => router.push('/'))
  return (
    <div className="mx-auto grid max-w-3xl grid-cols-1 gap-4 px-4 pb-8">
      <PageHead title={text.payments.title} lead={text.payments.lead} />
      {error && (
        <Notice
          role="alert"
          title={text.payments.unread}
          action={<Button onClick={readAgain}>{text.spot.readAgain}</Button>}
        >
          {problemWords(error)}
        </Notice>
      )}
      {!payments && !error && (
        <output className="block text-lg text-soft">{text.payments.reading}</output>
      )}
      {payments && (
        <>
          <h2 className="mt-2 text-xl font-bold tracking-tight">{text.payments.held}</h2>
          <HeldList held={payments.held} may={may} />
          <h2 className="mt-4 text-xl font-bold tracking-tight">{text.payments.decided}</h2>
          <DecidedList decided={payments.decided} may={may} />
        </>
      )}
    </div>
  )
}
