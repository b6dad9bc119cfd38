'use client'

import { useId, useState } from 'react'
import { MAX_AMOUNT_MINOR, parseAmount } from '#contract/money.ts'
import { Line } from '#contract/order.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { TextField } from '#components/ui/text-field.tsx'

/** A line that is not on the menu: what, and for how much. */
export function OtherLine({
  isDisabled,
  onAdd,
}: {
  isDisabled: boolean
  onAdd: (line: { title: string; unitPriceMinor: number }) => void
}) {
  const [isOpen, setIsOpen] = useState(false)
  const formId = useId()
  return (
    <>
      <button
        type="button"
        disabled={isDisabled}
        onClick={() => setIsOpen(true)}
        className="flex min-h-21 flex-col justify-between rounded-2xl border border-dashed border-edge bg-card px-2.5 py-2.5 text-left active:bg-line disabled:opacity-60"
      >
        <b className="font-semibold">{text.editor.other}</b>
        <span className="text-soft">{text.editor.otherPrice}</span>
      </button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        title={text.editor.otherTitle}
        actions={
          <>
            <Button size="big" className="flex-1" onClick={() => setIsOpen(false)}>
              {text.editor.cancel}
            </Button>
            <Button type="submit" form={formId} variant="main" size="big" className="flex-1">
              {text.editor.otherAdd}
            </Button>
          </>
        }
      >
        <OtherForm
          id={formId}
          onAdd={(line) => {
            setIsOpen(false)
            onAdd(line)
          }}
        />
      </Dialog>
    </>
  )
}

function OtherForm({
  id,
  onAdd,
}: {
  id: string
  onAdd: (line: { title: string; unitPriceMinor: number }) => void
}) {
  const [title, setTitle] = useState('')
  const [amount, setAmount] = useState('')
  const [isTried, setIsTried] = useState(false)
  const goodTitle = Line.shape.title.safeParse(title)
  const unitPriceMinor = parseAmount(amount)
  const isGoodAmount = unitPriceMinor !== null && unitPriceMinor <= MAX_AMOUNT_MINOR

  return (
    <form
      id={id}
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        setIsTried(true)
        if (goodTitle.success && isGoodAmount) onAdd({ title: goodTitle.data, unitPriceMinor })
      }}
    >
      <TextField
        label={text.editor.otherName}
        value={title}
        maxLength={80}
        onChange={(event) => setTitle(event.target.value)}
        {...(isTried && !goodTitle.success && { error: text.editor.badName })}
      />
      <TextField
        label={text.editor.otherAmount}
        hint={text.editor.otherAmountHint}
        inputMode="decimal"
        autoComplete="off"
        value={amount}
        maxLength={9}
        onChange={(event) => setAmount(event.target.value)}
        {...(isTried && !isGoodAmount && { error: text.editor.badAmount })}
      />
    </form>
  )
}
