'use client'

import { useState } from 'react'
import type { Table, Tables, Unregistered } from '#contract/table.ts'
import { text } from '#components/text/catalogue.ts'
import { PageHead } from '#components/ui/page-head.tsx'
import { Toast } from '#components/ui/toast.tsx'
import { ActTrouble } from './act-trouble.tsx'
import { AreaSection } from './area-section.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import { EmptyRegister } from './empty-register.tsx'
import { FileActs } from './file-acts.tsx'
import { OrderClashDialog } from './order-clash.tsx'
import { RegisterActs } from './register-acts.tsx'
import { RegisterDialogs } from './register-dialogs.tsx'
import type { Opened } from './register-dialogs.tsx'
import { RetiredTables } from './retired-tables.tsx'
import { TableClash } from './table-clash.tsx'
import {
  areasOf,
  tablesBy,
  withAreaMoved,
  withTableDropped,
  withTableMoved,
} from './table-order.ts'
import { useDrag } from './use-drag.ts'
import { useTableChange } from './use-table-change.ts'
import { useTableOrder } from './use-table-order.ts'

/** The register with everything that can be done to it. Each act is saved by itself, as soon as it is done. */
export function TablesDesk({
  register,
  unregistered,
}: {
  register: Tables
  unregistered: Unregistered
}) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const [said, setSaid] = useState<string | null>(null)
  const changing = useTableChange()
  const ordering = useTableOrder()

  const { locations } = register
  const tables = ordering.shown ? tablesBy(ordering.shown, register.tables) : register.tables
  const shown: Tables = { ...register, tables }
  const areas = areasOf(tables, locations)
  const retired = tables.filter(({ state }) => state === 'retired')
  const chosen = tables.filter(({ id, state }) => marked.has(id) && state !== 'retired')

  const order = (ids: readonly string[]) => ordering.order(ids, register.version)
  const drag = useDrag((id, onto) => {
    const ids = withTableDropped(shown, id, onto)
    if (ids) order(ids)
  })
  const close = () => {
    setOpened(null)
    changing.forget()
  }
  const bringBack = async (table: Table) => {
    if (!(await changing.change(table, { state: 'in_use' }))) return
    setOpened(null)
    setSaid(text.tables.isBack(table.name))
  }

  return (
    <div className="flex h-full flex-col">
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-6">
        <div className="mx-auto max-w-3xl">
          <PageHead title={text.tables.title} lead={text.tables.lead} />
          {tables.length === 0 && (
            <EmptyRegister
              unregistered={unregistered}
              onTakeOver={() => setOpened({ dialog: 'takeOver' })}
            />
          )}
          <RegisterActs
            hasTables={tables.length > 0}
            canTakeOver={unregistered.spots.length > 0}
            onOpen={(dialog) => setOpened({ dialog })}
          />
          {opened === null && changing.error && (
            <ActTrouble error={changing.error} className="mt-4" />
          )}
          {ordering.error && <ActTrouble error={ordering.error} className="mt-4" />}
          {areas.map((area, index) => (
            <AreaSection
              key={area.name}
              area={area}
              locations={locations}
              isFirst={index === 0}
              isLast={index === areas.length - 1}
              onMoveArea={(direction) => order(withAreaMoved(shown, area.name, direction))}
              acts={{
                isBusy: changing.isBusy,
                chosen: marked,
                drag,
                onChoose: (id, isChosen) => setMarked(withMark(marked, id, isChosen)),
                onEdit: (table) => {
                  changing.forget()
                  setOpened({ dialog: 'edit', table })
                },
                onRest: (table, isResting) =>
                  void changing.change(table, { state: isResting ? 'resting' : 'in_use' }),
                onMove: (table, direction) => order(withTableMoved(shown, table.id, direction)),
              }}
            />
          ))}
          <RetiredTables
            tables={retired}
            isBusy={changing.isBusy}
            onBringBack={(table) => void bringBack(table)}
          />
          <FileActs
            hasTables={tables.length > 0}
            onImport={() => setOpened({ dialog: 'import' })}
          />
        </div>
      </div>
      <ChosenBar
        count={chosen.length}
        onMove={() => setOpened({ dialog: 'move', tables: chosen })}
        onClear={() => setMarked(new Set())}
      />
      <RegisterDialogs
        opened={opened}
        register={register}
        unregistered={unregistered}
        changing={changing}
        onBringBack={(table) => void bringBack(table)}
        onClose={close}
        onDone={(words) => {
          close()
          setSaid(words)
          if (opened?.dialog === 'move') setMarked(new Set())
        }}
      />
      <TableClash changing={changing} locations={locations} onSettled={() => setOpened(null)} />
      <OrderClashDialog ordering={ordering} />
      {said !== null && <Toast key={said} words={said} onEnd={() => setSaid(null)} />}
    </div>
  )
}

function withMark(marked: ReadonlySet<string>, id: string, isMarked: boolean): ReadonlySet<string> {
  const next = new Set(marked)
  if (isMarked) next.add(id)
  else next.delete(id)
  return next
}
