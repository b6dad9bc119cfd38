import 'server-only'
import type { Transaction } from 'kysely'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import type { Schema } from '#lib/database/schema.ts'
import { isStorageError } from '#lib/database/storage-error.ts'
import { callInBackground } from '#lib/floor/call-purpose.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { now } from '#lib/runtime/clock.ts'
import { log } from '#lib/runtime/log.ts'
import { problem, type ProblemError } from '#lib/runtime/problem.ts'
import { isWalletError, type WalletError } from '#lib/wallet/errors.ts'
import {
  endIntent,
  followersOf,
  getIntent,
  isPutOff,
  problemOf,
  setStep,
  type Intent,
} from './intents.ts'
import { settleFollowers, startAct } from './followers.ts'
import {
  beginIntent,
  earlierIntent,
  queueIntent,
  type Follower,
  type NewIntent,
} from './new-intent.ts'
import { conflictOver } from '../book/present-order.ts'
import { procedureOf, refusedByWallet, type Outcome, type Procedures } from './procedure.ts'
import { inHand, wakeAct } from './turn.ts'

/** What beginning an act wrote: which order it is about, what the trail says of it, and what comes after it. */
export interface Begun {
  orderId: string | null
  detail?: Record<string, unknown>
  followers?: readonly Follower[]
}

const LONGEST_PAUSE_MS = 30_000
const FIRST_PAUSE_MS = 1000

/**
 * Does what somebody asks for: writes the intent down together with what `begin` changes, carries it out with all that
 * follows it, and answers the intent as it stands. One that is still running has an unknown outcome, waits for its time
 * or for a person, and is carried on in the background. The same request again awaits and answers the same work; a
 * failed one throws its problem each time.
 */
export async function act(
  asked: NewIntent,
  procedures: Procedures,
  begin: (trx: Transaction<Schema>) => Promise<Begun>,
): Promise<Intent> {
  const db = await database()
  await inHand(asked.spotId, asked.id, async () => {
    if (await earlierIntent(db, asked)) return
    await db.transaction().execute(async (trx) => {
      const { orderId, detail, followers = [] } = await begin(trx)
      const intent = await beginIntent(trx, { ...asked, orderId }, detail)
      await startAct(trx, intent, procedures)
      for (const follower of followers) await queueIntent(trx, follower)
    })
    await sinceAccepted(async () => {
      await touch(db, { id: asked.id, spot_id: asked.spotId })
      await carryOn(db, asked.id, procedures, 0)
    })
  })
  const intent = await sinceAccepted(async () => {
    await carryOnFollowers(db, asked.id, procedures)
    return getIntent(db, asked.id)
  })
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

/**
 * Carries an act on in the background, with all that follows it, later each time that it fails. With jitter, so that
 * what an outage has stopped does not come back all at once.
 */
export function carryOnLater(
  db: Database,
  intent: Intent,
  procedures: Procedures,
  failures: number,
): void {
  const longestMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1))
  const pauseMs = failures === 0 ? 0 : longestMs * (0.5 + Math.random() / 2)
  const dueInMs = (intent.not_before ?? 0) - now()
  wakeAct(intent.id, Math.max(pauseMs, dueInMs), () =>
    callInBackground(() => carryOnInTurn(db, intent, procedures, failures)),
  )
}

/** Carries an act on now, instead of when its time comes. */
export async function carryOnInTurn(
  db: Database,
  intent: Intent,
  procedures: Procedures,
  failures = 0,
): Promise<void> {
  await inHand(intent.spot_id, intent.id, () => carryOn(db, intent.id, procedures, failures))
  await carryOnFollowers(db, intent.id, procedures)
}

async function carryOnFollowers(
  db: Database,
  intentId: string,
  procedures: Procedures,
): Promise<void> {
  for (const follower of await followersOf(db, intentId)) {
    if (follower.state === 'running') await carryOnInTurn(db, follower, procedures)
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
  procedures: Procedures,
  failures: number,
): Promise<void> {
  const intent = await getIntent(db, intentId)
  if (intent.state !== 'running') return
  if ((intent.not_before ?? 0) > now()) {
    carryOnLater(db, intent, procedures, 0)
    return
  }
  let tableId: string | undefined
  try {
    const outcome = await procedureOf(procedures, intent.act).steps(db, await begun(db, intent))
    if (outcome === 'ask_person') await setStep(db, intent, 'asking')
    else await end(db, intent, procedures, outcome)
    if (outcome !== 'ask_person') tableId = outcome.tableId
  } catch (error) {
    const isOver = await endOrLeaveOpen(db, intent, procedures, error)
    if (!isOver) carryOnLater(db, intent, procedures, failures + 1)
  }
  await touch(db, intent)
  if (tableId !== undefined) await (await liveFloor()).tableTouched(tableId)
  // How it ended may change what came before it in its chain, which may be at another table.
  if (intent.after_intent === null) return
  const before = await getIntent(db, intent.after_intent)
  if (before.spot_id !== intent.spot_id) await touch(db, before)
}

/** From here on an act that was put off cannot be taken back any more. */
async function begun(db: Database, intent: Intent): Promise<Intent> {
  if (!isPutOff(intent)) return intent
  await setStep(db, intent, 'started')
  return { ...intent, step: 'started' }
}

/** Answers whether the act is over. What cannot even be written down, on a full disk, is carried on later as well. */
async function endOrLeaveOpen(
  db: Database,
  intent: Intent,
  procedures: Procedures,
  error: unknown,
): Promise<boolean> {
  try {
    if (isWalletError(error)) return await onFailure(db, intent, procedures, error)
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
  procedures: Procedures,
  error: WalletError,
): Promise<boolean> {
  const about = { err: error, act: intent.act, intent: intent.id }
  const { step } = await getIntent(db, intent.id)
  const { undo } = procedureOf(procedures, intent.act)
  const isRefused = error.code === 'refused'
  if (undo && step === 'begun' && (isRefused || error.applied === 'no')) {
    if (isRefused) log().error(about, 'the wallet refused an act')
    else log().warn(about, 'the wallet could not be reached for an act')
    const detail = 'Paysera could not be reached. Nothing was changed.'
    await end(db, intent, procedures, {
      finish: (trx) => undo(trx, intent),
      problem: isRefused
        ? refusedByWallet(error)
        : problem('wallet_unreachable', { detail, cause: error }),
    })
    return true
  }
  log().warn(about, 'the wallet left an act open')
  // A reading that did not get through says nothing about the call before it, whose answer was lost.
  const isUnknown = error.applied === 'unknown' || step === 'unknown'
  await setStep(db, intent, isUnknown ? 'unknown' : 'waiting')
  return false
}

async function end(
  db: Database,
  intent: Intent,
  procedures: Procedures,
  outcome: Outcome,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await outcome.finish(trx)
    await endIntent(trx, intent, outcome.problem)
    await settleFollowers(trx, intent, outcome.problem ? 'failed' : 'done', procedures)
  })
}

/** An act changes its own spot, and a move also the one that its order waits to be asked at. */
async function touch(
  db: Database,
  { id, spot_id: spotId }: Pick<Intent, 'id' | 'spot_id'>,
): Promise<void> {
  const followers = await followersOf(db, id)
  const floor = await liveFloor()
  for (const touched of new Set([spotId, ...followers.map((follower) => follower.spot_id)])) {
    await floor.spotTouched(touched)
  }
}
