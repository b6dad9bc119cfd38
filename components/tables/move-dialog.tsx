'use client'

import { useState } from 'react'
import * as z from 'zod/mini'
import { address } from '#contract/address.ts'
import { TableDraft, Tables } from '#contract/table.ts'
import type { Table } from '#contract/table.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { ActTrouble } from './act-trouble.tsx'
import { attempt } from './attempt.ts'
import { ClashDialog } from './clash-dialog.tsx'
import { AreaField } from './table-fields.tsx'
import { useRegister } from './use-register.ts'

/** A 412 brings the register as somebody else has saved it. */
const Outdated = z.object({ register: Tables })

/** Takes several tables to another area at once. */
export function MoveDialog({
  tables,
  areas,
  onClose,
  onDone,
}: {
  tables: readonly Table[]
  areas: readonly string[]
  onClose: () => void
  onDone: () => void
}) {
  const { keep, readAgain } = useRegister()
  const [typed, setTyped] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<ProblemError | null>(null)
  const [changed, setChanged] = useState<readonly Table[] | null>(null)
  const area = TableDraft.shape.area.safeParse(typed.trim() === '' ? null : typed)

  const move = async (seen: readonly Table[]) => {
    if (!area.success) return
    setIsBusy(true)
    setError(null)
    const body = { tables: seen.map(({ id, version }) => ({ id, version })), area: area.data }
    const result = await attempt(send(address.tables, Tables, { method: 'PATCH', body }))
    if (result instanceof ProblemError) {
      const outdated = Outdated.safeParse(result.body)
      if (outdated.success) setChanged(presentOf(tables, outdated.data.register))
      else setError(result)
      await readAgain()
    } else {
      await keep(result)
      onDone()
    }
    setIsBusy(false)
  }

  return (
    <>
      <Dialog
        isOpen={changed === null}
        // Making room for the clash is no leaving.
        onClose={() => changed === null && onClose()}
        title={text.tables.moveTitle(tables.length)}
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
              onClick={() => void move(tables)}
            >
              {text.tables.moveNow}
            </Button>
          </>
        }
      >
        <p className="mb-4 [overflow-wrap:anywhere]">{tables.map(({ name }) => name).join(', ')}</p>
        <AreaField
          value={typed}
          areas={areas}
          isWrong={!area.success}
          hint={text.tables.moveHint}
          onType={setTyped}
        />
        {error && <ActTrouble error={error} className="mt-4" />}
      </Dialog>
      <ClashDialog
        isOpen={changed !== null}
        titles={{ theirs: text.tables.conflictTheirs, mine: text.tables.conflictMine }}
        theirs={
          <ul className="list-disc pl-5">
            {changed?.filter(isOtherThan(tables)).map((table) => (
              <li key={table.id}>
                {text.tables.is(table.name, table.area ?? text.tables.noArea)}
                {table.state !== 'in_use' && `, ${text.tables.states[table.state]}`}
              </li>
            ))}
          </ul>
        }
        mine={text.tables.is(
          tables.map(({ name }) => name).join(', '),
          area.data ?? text.tables.noArea,
        )}
        isBusy={isBusy}
        onKeepTheirs={onClose}
        onSaveMine={() => void move(changed ?? [])}
      />
    </>
  )
}

/** These tables as they are saved now. */
function presentOf(tables: readonly Table[], register: Tables): Table[] {
  const ids = new Set(tables.map(({ id }) => id))
  return register.tables.filter(({ id }) => ids.has(id))
}

function isOtherThan(tables: readonly Table[]): (present: Table) => boolean {
  const versions = new Map(tables.map(({ id, version }) => [id, version]))
  return ({ id, version }) => versions.get(id) !== version
}
