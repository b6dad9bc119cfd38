'use client'

import { useState } from 'react'
import { text } from '#components/text/catalogue.ts'
import { AddingDialog } from './adding-dialog.tsx'
import type { AddingProps } from './adding-dialog.tsx'
import { TableFields } from './table-fields.tsx'
import { draftOf } from './typed-table.ts'
import type { TypedTable } from './typed-table.ts'
import { useAddTables } from './use-add-tables.ts'

/** One more table, behind the others. */
export function AddDialog({
  areas,
  onDone,
  ...dialog
}: AddingProps & { areas: readonly string[] }) {
  const adding = useAddTables()
  const [typed, setTyped] = useState<TypedTable>(() => ({
    name: '',
    identifier: '',
    area: '',
    seats: '',
    locationId: dialog.register.locations[0]?.id ?? 0,
  }))
  const [isTried, setIsTried] = useState(false)
  const { draft, wrong } = draftOf(typed)

  const add = async (reuses = false) => {
    setIsTried(true)
    if (draft && (await adding.add([draft], reuses))) onDone(text.tables.added(1))
  }

  return (
    <AddingDialog
      {...dialog}
      title={text.tables.addTitle}
      doWords={text.tables.addNow}
      drafts={draft ? [draft] : []}
      isReady
      adding={adding}
      onAdd={(reuses) => void add(reuses)}
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
          locations={dialog.register.locations}
          before={null}
          onType={(next) => {
            setTyped(next)
            adding.forget()
          }}
        />
        {/* So that Enter in any field adds the table. */}
        <button type="submit" hidden>
          {text.tables.addNow}
        </button>
      </form>
    </AddingDialog>
  )
}
