'use client'

import { useState } from 'react'
import * as z from 'zod/mini'
import { address } from '#contract/address.ts'
import { Tables } from '#contract/table.ts'
import { ImportTrouble, TableImport } from '#contract/table-import.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'
import { attempt } from './attempt.ts'
import { useRegister } from './use-register.ts'

/** A 400 says which lines keep the file out. */
const Troubles = z.object({ troubles: z.array(ImportTrouble), more: z.int() })
/** A 412: somebody else has changed the register since the file was compared with it. */
const Outdated = z.object({ isOutdated: z.literal(true) })

export type Compared =
  | { outcome: 'plan'; plan: TableImport; isAnew: boolean }
  | ({ outcome: 'troubles' } & z.infer<typeof Troubles>)
  | { outcome: 'unreadable' }
  | { outcome: 'failed'; error: ProblemError }

/** A file of tables: what it would do is always seen before it is done. */
export function useImport() {
  const { keep, readAgain } = useRegister()
  const [isBusy, setIsBusy] = useState(false)
  const [file, setFile] = useState<Blob | null>(null)
  const [compared, setCompared] = useState<Compared | null>(null)

  async function open(picked: File): Promise<void> {
    setIsBusy(true)
    const copy = await copyOf(picked)
    setFile(copy)
    setCompared(copy ? await compare(copy, false) : { outcome: 'unreadable' })
    setIsBusy(false)
  }

  /** Whether it was imported. */
  async function carryOut(version: number): Promise<boolean> {
    if (!file) return false
    setIsBusy(true)
    const call = { method: 'POST', version, file } as const
    const result = await attempt(send(address.importTables, Tables, call))
    const isDone = !(result instanceof ProblemError)
    if (isDone) await keep(result)
    else {
      await readAgain()
      const isOutdated = Outdated.safeParse(result.body).success
      setCompared(isOutdated ? await compare(file, true) : failed(result))
    }
    setIsBusy(false)
    return isDone
  }

  return { isBusy, compared, open, carryOut }
}

/** What was picked as it is now: a file that is saved again meanwhile can be read no more. */
async function copyOf(picked: File): Promise<Blob | null> {
  try {
    return new Blob([await picked.arrayBuffer()], { type: 'text/csv' })
  } catch {
    return null
  }
}

async function compare(file: Blob, isAnew: boolean): Promise<Compared> {
  const call = { method: 'POST', file } as const
  const result = await attempt(send(address.previewImport, TableImport, call))
  if (result instanceof ProblemError) return failed(result)
  return { outcome: 'plan', plan: result, isAnew }
}

function failed(error: ProblemError): Compared {
  const told = Troubles.safeParse(error.body)
  return told.success ? { outcome: 'troubles', ...told.data } : { outcome: 'failed', error }
}
