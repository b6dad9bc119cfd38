import 'server-only'
import type { Transaction } from 'kysely'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { isStorageError } from '#lib/database/storage-error.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { isShuttingDown, onShutdown } from '#lib/runtime/lifecycle.ts'
import { log } from '#lib/runtime/log.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { problem, type ProblemError } from '#lib/runtime/problem.ts'
import { isWalletError, type WalletError } from '#lib/wallet/errors.ts'
import {
  beginIntent,
  earlierIntent,
  endIntent,
  getIntent,
  problemOf,
  setStep,
  type Intent,
  type NewIntent,
} from './intents.ts'
import { conflictOver } from './present-order.ts'
import { inTurnAtSpot } from './turn.ts'

/** How an act ended: what it changes in the book, and what its caller is told if it did not succeed. */
export interface Outcome {
  finish: (trx: Transaction<Schema>) => Promise<void>
  problem?: ProblemError
}

/**
 * What an act does at the wallet. It reads in the book how far it has come, so that any process can carry on after any
 * interruption. It throws the wallet's error where the outcome is unknown or the wallet cannot be reached: then it is
 * carried on later, or undone if nothing has changed at the wallet yet. So is a refusal that it does not expect.
 */
export type Steps = (db: Database, intent: Intent) => Promise<Outcome>

/** How an act is done, and what `begin` wrote that is taken back if nothing has changed at the wallet. */
export interface Procedure {
  steps: Steps
  /** Without it the act is not given up while the wallet cannot be reached: what was accepted is done later. */
  undo?: (trx: Transaction<Schema>, intent: Intent) => Promise<void>
}

export const nothingToUndo = () => Promise.resolve()

/** To be called when something has changed at the wallet: from then on the act is carried through. */
export async function markChanged(db: Database, intent: Intent): Promise<void> {
  if (intent.step === 'begun') await setStep(db, intent, 'changed')
}

/** What beginning an act wrote: which order it is about, and what the trail says of it. */
export interface Begun {
  orderId: string | null
  detail?: Record<string, unknown>
}

const LONGEST_PAUSE_MS = 30_000
const FIRST_PAUSE_MS = 1000

/**
 * Does what somebody asks for: writes the intent down together with what `begin` changes, carries it out, and answers
 * the intent as it stands. One that is still running has an unknown outcome and is carried on in the background. The
 * same request again awaits and answers the same work; a failed one throws its problem each time.
 */
export async function act(
  asked: NewIntent,
  procedure: Procedure,
  begin: (trx: Transaction<Schema>) => Promise<Begun>,
): Promise<Intent> {
  const db = await database()
  await inHand(asked.spotId, asked.id, async () => {
    if (await earlierIntent(db, asked)) return
    await db.transaction().execute(async (trx) => {
      const { orderId, detail } = await begin(trx)
      await beginIntent(trx, { ...asked, orderId }, detail)
    })
    await sinceAccepted(async () => {
      await touch(asked.spotId)
      await carryOn(db, asked.id, procedure, 0)
    })
  })
  const intent = await sinceAccepted(() => getIntent(db, asked.id))
  const failure = problemOf(intent)
  if (failure) throw await asItIsNow(db, intent, failure)
  return intent
}

/** What was accepted is done, if need be later, so trouble with the database from here on leaves it open at most. */
async function sinceAccepted<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    throw isStorageError(error) ? problem('outcome_unknown', { cause: error }) : error
  }
}

/** A conflict shows the order as the failed act has left it, not as it was while the act was at work on it. */
async function asItIsNow(
  db: Database,
  { order_id: orderId }: Intent,
  failure: ProblemError,
): Promise<ProblemError> {
  const { code, detail = '' } = failure
  return code === 'conflict' && orderId !== null ? conflictOver(db, orderId, detail) : failure
}

async function carryOn(
  db: Database,
  intentId: string,
  procedure: Procedure,
  failures: number,
): Promise<void> {
  const intent = await getIntent(db, intentId)
  if (intent.state !== 'running') return
  try {
    await end(db, intent, await procedure.steps(db, intent))
  } catch (error) {
    const isOver = await endOrLeaveOpen(db, intent, procedure, error)
    if (!isOver) carryOnLater(db, intent, procedure, failures + 1)
  }
  await touch(intent.spot_id)
}

/** Answers whether the act is over. What cannot even be written down, on a full disk, is carried on later as well. */
async function endOrLeaveOpen(
  db: Database,
  intent: Intent,
  procedure: Procedure,
  error: unknown,
): Promise<boolean> {
  try {
    if (isWalletError(error)) return await onFailure(db, intent, procedure, error)
    // What nobody foresaw must not leave an act begun for ever, so it is carried on like a lost answer.
    log().error({ err: error, act: intent.act, intent: intent.id }, 'an act stumbled')
    await setStep(db, intent, 'unknown')
  } catch (err) {
    log().error({ err, act: intent.act, intent: intent.id }, 'an act stumbled over its trouble')
  }
  return false
}

async function onFailure(
  db: Database,
  intent: Intent,
  procedure: Procedure,
  error: WalletError,
): Promise<boolean> {
  const about = { err: error, act: intent.act, intent: intent.id }
  const { step } = await getIntent(db, intent.id)
  const { undo } = procedure
  const isRefused = error.code === 'refused'
  if (undo && step === 'begun' && (isRefused || error.applied === 'no')) {
    if (isRefused) log().error(about, 'the wallet refused an act')
    else log().warn(about, 'the wallet could not be reached for an act')
    const detail = 'Paysera could not be reached. Nothing was changed.'
    await end(db, intent, {
      finish: (trx) => undo(trx, intent),
      problem: isRefused
        ? refusedByWallet(error)
        : problem('wallet_unreachable', { detail, cause: error }),
    })
    return true
  }
  log().warn(about, 'the wallet left an act open')
  await setStep(db, intent, error.applied === 'unknown' ? 'unknown' : 'waiting')
  return false
}

async function end(db: Database, intent: Intent, outcome: Outcome): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await outcome.finish(trx)
    await endIntent(trx, intent, outcome.problem)
  })
}

/** Carries an act on in the background, later each time that it fails. */
export function carryOnLater(
  db: Database,
  intent: Intent,
  procedure: Procedure,
  failures: number,
): void {
  const pauseMs =
    failures === 0 ? 0 : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1))
  const timers = pendingTimers()
  const timer = setTimeout(() => {
    timers.delete(intent.id)
    if (isShuttingDown()) return
    inHand(intent.spot_id, intent.id, () => carryOn(db, intent.id, procedure, failures)).catch(
      (err: unknown) => log().error({ err, intent: intent.id }, 'an act could not be carried on'),
    )
  }, pauseMs)
  timers.set(intent.id, timer)
}

function pendingTimers(): Map<string, NodeJS.Timeout> {
  return oncePerProcess('acts-to-carry-on', () => {
    const timers = new Map<string, NodeJS.Timeout>()
    onShutdown('acts', () => {
      for (const timer of timers.values()) clearTimeout(timer)
    })
    return timers
  })
}

/** Whether this process is at work on an intent or has it in mind for later. */
export function isInHand({ id }: Intent): boolean {
  return intentsInHand().has(id) || pendingTimers().has(id)
}

async function inHand(spotId: number, intentId: string, work: () => Promise<void>): Promise<void> {
  await inTurnAtSpot(spotId, async () => {
    intentsInHand().add(intentId)
    try {
      await work()
    } finally {
      intentsInHand().delete(intentId)
    }
  })
}

function intentsInHand(): Set<string> {
  return oncePerProcess('acts-in-hand', () => new Set<string>())
}

async function touch(spotId: number): Promise<void> {
  const floor = await liveFloor()
  await floor.spotTouched(spotId)
}

/** The wallet's word for why it refuses, and the id that Paysera's support asks for; nothing else of its answer. */
export function refusedByWallet(error: WalletError): ProblemError {
  const { walletCode, correlationId } = error
  return problem('wallet_refused', { cause: error, members: { walletCode, correlationId } })
}
