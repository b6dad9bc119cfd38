'use client'

import { useId, useState } from 'react'
import { useSWRConfig } from 'swr'
import { address } from '#contract/address.ts'
import { shorten } from '#contract/shorten.ts'
import type { SpotDetail, StrangerFacts } from '#contract/spot.ts'
import { visibleText } from '#contract/text.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { exchange } from '#components/http/send.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextField } from '#components/ui/text-field.tsx'

const LONGEST_NAME = 40

/** Makes a table of a code that is in no register. A code that nearly says another table's stays a table of its own. */
export function AdoptDialog({
  spot,
  stranger: { near, locationId },
  isOpen,
  onClose,
}: {
  spot: SpotDetail
  stranger: StrangerFacts
  isOpen: boolean
  onClose: () => void
}) {
  const { mutate } = useSWRConfig()
  const formId = useId()
  const [name, setName] = useState(() =>
    shorten(visibleText(spot.identifier?.trim() ?? ''), LONGEST_NAME),
  )
  const [wasTried, setWasTried] = useState(false)
  const [isSaving, setIsSaving] = useState(false)
  const [error, setError] = useState<ProblemError | null>(null)

  async function adopt(): Promise<void> {
    setWasTried(true)
    if (name.trim() === '' || locationId === null || isSaving) return
    setIsSaving(true)
    const failure = await attempt({
      locationId,
      identifier: spot.identifier ?? '',
      name: name.trim(),
      area: null,
      seats: null,
    })
    setError(failure)
    setIsSaving(false)
    if (failure) return
    await mutate(address.spot(spot.id))
    onClose()
  }
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={text.strangers.adoptTitle}
      actions={
        locationId !== null && (
          <Button
            type="submit"
            form={formId}
            variant="main"
            size="big"
            className="flex-1"
            isBusy={isSaving}
          >
            {isSaving ? text.strangers.adopting : text.strangers.adoptNow}
          </Button>
        )
      }
    >
      <form
        id={formId}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void adopt()
        }}
      >
        <p>{locationId === null ? text.strangers.adoptNoPlace : text.strangers.adoptWhy}</p>
        {near && (
          <Notice>
            <bdi>{text.strangers.adoptNear(near.identifier)}</bdi>
          </Notice>
        )}
        {locationId !== null && (
          <TextField
            label={text.strangers.adoptName}
            hint={text.strangers.adoptHint}
            {...(wasTried && name.trim() === '' && { error: text.strangers.adoptNameMissing })}
            autoComplete="off"
            maxLength={LONGEST_NAME}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
        {error && <Notice role="alert">{troubleWords(error)}</Notice>}
      </form>
    </Dialog>
  )
}

async function attempt(table: object): Promise<ProblemError | null> {
  try {
    await exchange(address.tables, { method: 'POST', body: { tables: [table] } })
    return null
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}

function troubleWords(error: ProblemError): string {
  return problemWords(error, {
    invalid: text.strangers.adoptBad,
    conflict: text.strangers.adoptFormer,
  })
}
