'use client'

import { useState } from 'react'
import { address } from '#contract/address.ts'
import type { Day, DayPayment } from '#contract/day.ts'
import type { Permission } from '#contract/permission.ts'
import { moneyWords } from '#components/orders/money-words.ts'
import { MoneyBackDialog } from '#components/payments/money-back-dialog.tsx'
import { text } from '#components/text/catalogue.ts'
import { buttonLook } from '#components/ui/button-look.ts'
import { Button } from '#components/ui/button.tsx'
import { dateWords, momentWords } from './day-words.ts'
import { EntryList } from './entry-list.tsx'

/** Each payment of the day, with the way to write down that money was given back, also long after the guests left. */
export function PaymentList({
  day,
  may,
  readAgain,
}: {
  day: Day
  may: readonly Permission[]
  readAgain: () => Promise<unknown>
}) {
  const [asking, setAsking] = useState<string | null>(null)
  const { payments } = day.report
  const givenBack = ({ orderId }: DayPayment) => day.givenBack[orderId] ?? 0
  return (
    <>
      {payments.length === 0 && <p className="text-soft">{text.day.noPayments}</p>}
      <EntryList
        label={text.day.payments}
        entries={payments.map((payment) => ({
          key: payment.orderId,
          ...payment,
          words: [
            momentWords(payment.at, day.timeZone),
            text.day.askedBy(payment.askedBy),
            ...(payment.confirmedBy === null ? [] : [text.day.confirmedBy(payment.confirmedBy)]),
            ...(payment.orderDate === undefined
              ? []
              : [text.day.orderOf(dateWords(payment.orderDate))]),
          ].join(' · '),
          note: givenBack(payment) > 0 && (
            <b className="text-ink">
              {text.day.back(moneyWords(givenBack(payment), payment.currency))}
            </b>
          ),
          action: may.includes('give_money_back') && (
            <>
              <Button
                disabled={givenBack(payment) >= payment.amountMinor}
                onClick={() => setAsking(payment.orderId)}
              >
                {text.moneyBack.act}
              </Button>
              <MoneyBackDialog
                of={{
                  orderId: payment.orderId,
                  confirmedMinor: payment.amountMinor,
                  leftMinor: payment.amountMinor - givenBack(payment),
                  currency: payment.currency,
                }}
                isOpen={asking === payment.orderId}
                onClose={() => setAsking(null)}
                onNews={readAgain}
              />
            </>
          ),
        }))}
      />
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <a href={address.dayPayments(day.date)} download className={buttonLook({})}>
          {text.day.csv}
        </a>
        <span className="text-sm text-soft">{text.day.csvPlain}</span>
      </div>
    </>
  )
}
