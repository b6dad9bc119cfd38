'use client'

import { useState } from 'react'
import type { Table, Tables } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { ActTrouble } from './act-trouble.tsx'
import { TableFields } from './table-fields.tsx'
import { TakenNotice } from './taken-notice.tsx'
import { changeOf, draftOf, typedOf } from './typed-table.ts'
import type { TableChanging } from './use-table-change.ts'

/** Everything about one table that a manager can change, and the way to retire it. */
export function EditDialog({
  table,
  locations,
  areas,
  changing,
  onBringBack,
  onClose,
  onDone,
}: {
  table: Table
  locations: Tables['locations']
  areas: readonly string[]
  changing: TableChanging
  onBringBack: (table: Table) => void
  onClose: () => void
  onDone: (words: string | null) => void
}) {
  // The table as it was opened: what another manager saves meanwhile must not slip in under what is being typed.
  const [base] = useState(table)
  const [typed, setTyped] = useState(() => typedOf(table))
  const [isTried, setIsTried] = useState(false)
  const { draft, wrong } = draftOf(typed)
  const { isBusy, error, taken, change, forget } = changing

  const save = async (reuses = false) => {
    setIsTried(true)
    if (!draft) return
    const mine = changeOf(base, draft)
    if (Object.keys(mine).length === 0) return onClose()
    if (await change(base, { ...mine, ...(reuses && { reusesIdentifiers: true }) })) onDone(null)
  }
  const retire = async () => {
    if (await change(base, { state: 'retired' })) onDone(text.tables.isRetired(base.name))
  }

  return (
    <Dialog
      isOpen={changing.clash === null}
      // Making room for the clash is no leaving: what was typed is still to be decided about.
      onClose={() => changing.clash === null && onClose()}
      title={text.tables.editTitle(base.name)}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={onClose}>
            {text.tables.cancel}
          </Button>
          <Button
            variant="main"
            size="big"
            className="flex-1"
            isBusy={isBusy}
            onClick={() => void save()}
          >
            {isBusy ? text.tables.saving : text.tables.save}
          </Button>
        </>
      }
    >
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy) void save()
        }}
      >
        <TableFields
          typed={typed}
          wrong={isTried ? wrong : new Set()}
          areas={areas}
          locations={locations}
          before={base.identifier}
          onType={(next) => {
            setTyped(next)
            forget()
          }}
        />
        {taken && (
          <TakenNotice
            taken={taken}
            isBusy={isBusy}
            onReuse={() => void save(true)}
            onBringBack={onBringBack}
          />
        )}
        {error && <ActTrouble error={error} />}
        <button type="submit" hidden>
          {text.tables.save}
        </button>
      </form>
      <div className="mt-6 border-t border-line pt-4">
        <Button
          variant="danger"
          className="min-h-12"
          disabled={isBusy}
          onClick={() => void retire()}
        >
          {text.tables.retire}
        </Button>
        <p className="mt-1.5 text-sm text-soft">{text.tables.retirePlain}</p>
      </div>
    </Dialog>
  )
}
