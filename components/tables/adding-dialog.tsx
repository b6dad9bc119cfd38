'use client'

import type { ReactNode } from 'react'
import type { Table, TableDraft, Tables, Unregistered } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { ActTrouble } from './act-trouble.tsx'
import { firstTables } from './first-tables.ts'
import { FirstTablesNotice } from './first-tables-notice.tsx'
import { TakenNotice } from './taken-notice.tsx'
import type { useAddTables } from './use-add-tables.ts'

export interface AddingProps {
  register: Tables
  unregistered: Unregistered
  onBringBack: (table: Table) => void
  onClose: () => void
  onDone: (words: string) => void
}

/** What every way to add tables has around it: the two buttons, what a first table means, and what is in the way. */
export function AddingDialog({
  title,
  doWords,
  drafts,
  isReady,
  adding,
  register,
  unregistered,
  onAdd,
  onBringBack,
  onClose,
  children,
}: Omit<AddingProps, 'onDone'> & {
  title: string
  doWords: string
  /** The tables that it would add as things stand. */
  drafts: readonly TableDraft[]
  isReady: boolean
  adding: ReturnType<typeof useAddTables>
  onAdd: (reuses: boolean) => void
  children: ReactNode
}) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={onClose}>
            {text.tables.cancel}
          </Button>
          <Button
            variant="main"
            size="big"
            className="flex-1"
            disabled={!isReady}
            isBusy={adding.isBusy}
            onClick={() => onAdd(false)}
          >
            {doWords}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        {children}
        {drafts.length > 0 && (
          <FirstTablesNotice first={firstTables(register, drafts, unregistered)} />
        )}
        {adding.taken && (
          <TakenNotice
            taken={adding.taken}
            isBusy={adding.isBusy}
            onReuse={() => onAdd(true)}
            onBringBack={onBringBack}
          />
        )}
        {adding.error && <ActTrouble error={adding.error} />}
      </div>
    </Dialog>
  )
}
