'use client'

import { useState } from 'react'
import { waysBack } from '#contract/money-back.ts'
import type { WayBack } from '#contract/money-back.ts'
import { parseAmount } from '#contract/money.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { moneyWords, plainAmount } from '#components/orders/money-words.ts'
import { ReasonField } from '#components/orders/reason-field.tsx'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { ChoiceRow } from '#components/ui/choice-row.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextField } from '#components/ui/text-field.tsx'
import { useMoneyBack } from './use-money-back.ts'

export interface Returnable {
  orderId: string
  confirmedMinor: number
  /** What is left of it that was not given back. */
  leftMinor: number
  currency: string
}

/** Says plainly that no money moves by it, and takes how much was given back, how and why. */
export function MoneyBackDialog({
  of,
  isOpen,
  onClose,
  onNews,
}: {
  of: Returnable
  isOpen: boolean
  onClose: () => void
  onNews: () => Promise<unknown>
}) {
  const { orderId, confirmedMinor, leftMinor, currency } = of
  const [typed, setTyped] = useState<string | null>(null)
  const [how, setHow] = useState<WayBack>('cash')
  const [reason, setReason] = useState('')
  const { isGiving, error, give, forgetError } = useMoneyBack(orderId, onNews)
  const amount = typed ?? plainAmount(leftMinor)
  const read = parseAmount(amount)
  const amountMinor = read !== null && read >= 1 && read <= leftMinor ? read : null
  const most = moneyWords(leftMinor, currency)

  const close = () => {
    setTyped(null)
    setReason('')
    forgetError()
    onClose()
  }
  const record = async () => {
    if (amountMinor === null) return
    if (await give({ amountMinor, how, reason: reason.trim() })) close()
  }

  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title={text.moneyBack.title(moneyWords(confirmedMinor, currency))}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={close}>
            {text.moneyBack.cancel}
          </Button>
          <Button
            variant="main"
            size="big"
            className="flex-1"
            isBusy={isGiving}
            disabled={amountMinor === null || reason.trim() === ''}
            onClick={() => void record()}
          >
            {isGiving
              ? text.moneyBack.giving
              : text.moneyBack.give(
                  amountMinor === null ? null : moneyWords(amountMinor, currency),
                )}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p className="font-semibold">{text.moneyBack.plain}</p>
        <TextField
          label={text.moneyBack.amount}
          hint={text.moneyBack.left(most)}
          {...(amountMinor === null && { error: text.moneyBack.badAmount(most) })}
          inputMode="decimal"
          autoComplete="off"
          maxLength={9}
          className="max-w-48"
          value={amount}
          onChange={(event) => setTyped(event.target.value)}
        />
        <ChoiceRow
          label={text.moneyBack.how}
          choices={waysBack}
          words={text.moneyBack.ways}
          chosen={how}
          onChoose={setHow}
        />
        <ReasonField reason={reason} usual={text.moneyBack.reasons} onChange={setReason} />
        {error && (
          <Notice role="alert">
            {problemWords(error, {
              conflict: text.moneyBack.tooMuch,
              no_answer: text.moneyBack.noAnswer,
              outcome_unknown: text.moneyBack.noAnswer,
              idempotency_key_reused: text.moneyBack.reused,
            })}
          </Notice>
        )}
      </div>
    </Dialog>
  )
}
