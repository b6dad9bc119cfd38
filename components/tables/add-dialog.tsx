'use client'

import { useState } from 'react'
import type { Table, Tables, Unregistered } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { ActTrouble } from './act-trouble.tsx'
import { firstTables } from './first-tables.ts'
import { FirstTablesNotice } from './first-tables-notice.tsx'
import { TableFields } from './table-fields.tsx'
import { TakenNotice } from './taken-notice.tsx'
import { draftOf } from './typed-table.ts'
import type { TypedTable } from './typed-table.ts'
import { useAddTables } from './use-add-tables.ts'

/** One more table, behind the others. */
export function AddDialog({
  register,
  unregistered,
  areas,
  onBringBack,
  onClose,
  onDone,
}: {
  register: Tables
  unregistered: Unregistered
  areas: readonly string[]
  onBringBack: (table: Table) => void
  onClose: () => void
  onDone: (words: string) => void
}) {
  const adding = useAddTables()
  const [typed, setTyped] = useState<TypedTable>(() => ({
    name: '',
    identifier: '',
    area: '',
    seats: '',
    locationId: register.locations[0]?.id ?? 0,
  }))
  const [isTried, setIsTried] = useState(false)
  const { draft, wrong } = draftOf(typed)

  const add = async (reuses = false) => {
    setIsTried(true)
    if (draft && (await adding.add([draft], reuses))) onDone(text.tables.added(1))
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text.tables.addTitle}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={onClose}>
            {text.tables.cancel}
          </Button>
          <Button
            variant="main"
            size="big"
            className="flex-1"
            isBusy={adding.isBusy}
            onClick={() => void add()}
          >
            {text.tables.addNow}
          </Button>
        </>
      }
    >
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!adding.isBusy) void add()
        }}
      >
        <TableFields
          typed={typed}
          wrong={isTried ? wrong : new Set()}
          areas={areas}
          locations={register.locations}
          before={null}
          onType={(next) => {
            setTyped(next)
            adding.forget()
          }}
        />
        {draft && <FirstTablesNotice first={firstTables(register, [draft], unregistered)} />}
        {adding.taken && (
          <TakenNotice
            taken={adding.taken}
            isBusy={adding.isBusy}
            onReuse={() => void add(true)}
            onBringBack={onBringBack}
          />
        )}
        {adding.error && <ActTrouble error={adding.error} />}
        {/* So that Enter in any field adds the table. */}
        <button type="submit" hidden>
          {text.tables.addNow}
        </button>
      </form>
    </Dialog>
  )
}
