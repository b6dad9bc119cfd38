import 'server-only'
import type { Transaction } from 'kysely'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { problem, type ProblemError } from '#lib/runtime/problem.ts'
import type { WalletError } from '#lib/wallet/errors.ts'
import { setStep, type Intent, type IntentAct } from './intents.ts'

/** How an act ended: what it changes in the book, and what its caller is told if it did not succeed. */
export interface Outcome {
  finish: (trx: Transaction<Schema>) => Promise<void>
  problem?: ProblemError
  /** The table whose tab it changes too. */
  tableId?: string
}

/**
 * What an act does at the wallet. It reads in the book how far it has come, so that any process can carry on after any
 * interruption. It throws the wallet's error where the outcome is unknown or the wallet cannot be reached: then it is
 * carried on later, or undone if nothing has changed at the wallet yet. So is a refusal that it does not expect.
 * `ask_person` rests the act until a person has said whether it is still wanted.
 */
export type Steps = (db: Database, intent: Intent) => Promise<Outcome | 'ask_person'>

type BookChange = (trx: Transaction<Schema>, intent: Intent) => Promise<void>

/** How an act is done. */
export interface Procedure {
  steps: Steps
  /** What becomes true in the book when the act begins. */
  start?: BookChange
  /**
   * Takes back what is in the book when nothing has changed at the wallet. Without it the act is not given up while the
   * wallet cannot be reached: what was accepted is done later.
   */
  undo?: BookChange
  /**
   * Takes back what was written for an act that was queued and never begins. `wasShown`: its caller was answered before
   * that, so what the answer showed stays in the book.
   */
  drop?: (trx: Transaction<Schema>, intent: Intent, wasShown: boolean) => Promise<void>
}

/** The procedures of an act and of all that may follow it. */
export type Procedures = Partial<Record<IntentAct, Procedure>>

export function procedureOf(procedures: Procedures, act: IntentAct): Procedure {
  const procedure = procedures[act]
  if (!procedure) throw new Error(`Nobody has said how to ${act}`)
  return procedure
}

export const nothingToUndo = () => Promise.resolve()

/** To be called when something has changed at the wallet: from then on the act is carried through. */
export async function markChanged(db: Database, intent: Intent): Promise<void> {
  if (intent.step === 'begun') await setStep(db, intent, 'changed')
}

/** The wallet's word for why it refuses, and the id that Paysera's support asks for; nothing else of its answer. */
export function refusedByWallet(error: WalletError): ProblemError {
  const { walletCode, correlationId } = error
  return problem('wallet_refused', { cause: error, members: { walletCode, correlationId } })
}
