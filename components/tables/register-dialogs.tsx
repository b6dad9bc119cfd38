'use client'

import type { Table, Tables, Unregistered } from '#contract/table.ts'
import { AddDialog } from './add-dialog.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import type { RegisterDialog } from './register-acts.tsx'
import { SeriesDialog } from './series-dialog.tsx'
import { TakeOverDialog } from './take-over-dialog.tsx'
import type { TableChanging } from './use-table-change.ts'

export type Opened =
  | { dialog: RegisterDialog }
  | { dialog: 'edit'; table: Table }
  | { dialog: 'move'; tables: readonly Table[] }

/** Whatever is open over the register. */
export function RegisterDialogs({
  opened,
  register,
  unregistered,
  changing,
  onBringBack,
  onClose,
  onDone,
}: {
  opened: Opened | null
  register: Tables
  unregistered: Unregistered
  changing: TableChanging
  onBringBack: (table: Table) => void
  onClose: () => void
  /** Told what to say about it, if anything. */
  onDone: (words: string | null) => void
}) {
  const areas = [...new Set(register.tables.flatMap(({ area }) => area ?? []))]
  const adding = { register, unregistered, areas, onBringBack, onClose, onDone }
  if (opened?.dialog === 'add') return <AddDialog {...adding} />
  if (opened?.dialog === 'series') return <SeriesDialog {...adding} />
  if (opened?.dialog === 'takeOver') return <TakeOverDialog {...adding} />
  if (opened?.dialog === 'import') return <ImportDialog {...adding} />
  if (opened?.dialog === 'move') {
    const { tables } = opened
    return (
      <MoveDialog tables={tables} areas={areas} onClose={onClose} onDone={() => onDone(null)} />
    )
  }
  if (opened?.dialog !== 'edit') return null
  return (
    <EditDialog
      table={opened.table}
      locations={register.locations}
      areas={areas}
      changing={changing}
      onBringBack={onBringBack}
      onClose={onClose}
      onDone={onDone}
    />
  )
}
