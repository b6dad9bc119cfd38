'use client'

import { useRef, useState } from 'react'
import { useSWRConfig } from 'swr'
import { address } from '#contract/address.ts'
import type { TableCheck } from '#contract/round.ts'
import { readCode, type Scanned } from '#contract/scan.ts'
import { Table } from '#contract/table.ts'
import { knownProblem, type ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'
import { lookUp } from '#components/scan/look-up.ts'
import { tablesTyped } from './round-list.ts'

/** What the latest scan or entry has come to. */
export type Tick =
  | { kind: 'ticked'; table: Table; before: Table | undefined }
  | { kind: 'not_ours'; scanned: Pick<Scanned, 'kind' | 'name' | 'wasOf'> }
  | { kind: 'several'; name: string }
  | { kind: 'failed'; error: ProblemError }

/** Ticks the tables whose codes are scanned or typed, one after the other. `tables` are those of the round. */
export function useTicking(tables: readonly Table[]) {
  const { mutate } = useSWRConfig()
  const [tick, setTick] = useState<Tick | null>(null)
  const [isTicking, setIsTicking] = useState(false)
  const isBusy = useRef(false)

  /** Answers whether a table was ticked. */
  async function take(find: () => Promise<Tick>): Promise<boolean> {
    if (isBusy.current) return false
    isBusy.current = true
    setIsTicking(true)
    const result = await find().catch((error: unknown): Tick => {
      return { kind: 'failed', error: knownProblem(error) }
    })
    setTick(result)
    if (result.kind === 'ticked') await mutate(address.tables)
    isBusy.current = false
    setIsTicking(false)
    return result.kind === 'ticked'
  }

  async function tickTable(tableId: string, check: TableCheck): Promise<Tick> {
    const path = address.checkTable(tableId)
    const table = await send(path, Table, { method: 'POST', body: check })
    return { kind: 'ticked', table, before: tables.find(({ id }) => id === tableId) }
  }

  async function ofCode(check: TableCheck): Promise<Tick> {
    const scanned = await lookUp(check.says)
    if (scanned.tableId === undefined) return { kind: 'not_ours', scanned }
    return tickTable(scanned.tableId, check)
  }

  async function ofTyped(says: string): Promise<Tick> {
    const check = { says, isTyped: true }
    if (readCode(says).kind !== 'other') return ofCode(check)
    const [table, ...others] = tablesTyped(tables, says)
    if (!table) return { kind: 'not_ours', scanned: { kind: 'stranger', name: says } }
    return others.length > 0 ? { kind: 'several', name: says } : tickTable(table.id, check)
  }

  return {
    tick,
    isTicking,
    tickCode: async (says: string) => void (await take(() => ofCode({ says }))),
    tickTyped: (typed: string) => take(() => ofTyped(typed.trim())),
  }
}
