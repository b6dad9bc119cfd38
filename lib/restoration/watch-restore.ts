import 'server-only'
import type { Restoration } from '#contract/restoration.ts'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { replanClosings } from '#lib/orders/close-settled.ts'
import { carryOnIntents } from '#lib/orders/intents/carry-on.ts'
import { onBooksCompared } from '#lib/payments/reconcile/sweep.ts'
import { actByItselfAgain, holdBack, mayActByItself } from '#lib/runtime/by-itself.ts'
import { after } from '#lib/runtime/clock.ts'
import { environment } from '#lib/runtime/environment.ts'
import { isShuttingDown, onShutdown } from '#lib/runtime/lifecycle.ts'
import { log } from '#lib/runtime/log.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { problem } from '#lib/runtime/problem.ts'
import { idOfDatabase, newestRowIn, noteRow } from './newest-row.ts'
import { forgetRestore, noticeRestore, restoredSince } from './notice-restore.ts'

const NOTE_EVERY_MS = 2000

/**
 * To be awaited at the start, before anything acts: where the database was restored from a backup, Spotboard holds back
 * until the wallet was read again and a manager has seen what differs (law 5).
 */
export async function watchForRestore(): Promise<void> {
  const db = await database()
  const { dataDir } = environment()
  if (await noticeRestore(db, dataDir)) {
    log().warn('the database was restored from a backup, so nothing is done by itself')
    holdBack()
    await tellFloor()
  }
  onBooksCompared(() => {
    if (mayActByItself()) return
    reading().isDone = true
    tellFloor().catch((err: unknown) => log().error({ err }, 'the floor could not be told'))
  })
  await keepNoting(db, dataDir)
}

export async function describeRestoration(): Promise<{ restoration: Restoration | null }> {
  const restored = await restoredSince(await database())
  if (!restored) return { restoration: null }
  const { noticedAt, sequence, noted } = restored
  const lostActs = Math.max(0, noted - sequence)
  return { restoration: { noticedAt, lostActs, isRead: reading().isDone } }
}

/** A manager has seen what differs: from now on Spotboard acts by itself again, on what it left lying first of all. */
export async function goOnAfterRestore(actor: Actor): Promise<void> {
  if (!reading().isDone && !mayActByItself()) {
    throw problem('conflict', { detail: 'Paysera has not been read again yet.' })
  }
  const db = await database()
  await db.transaction().execute(async (trx) => {
    if (!(await forgetRestore(trx))) {
      throw problem('conflict', {
        detail: 'Nothing is held back: somebody has seen to it already.',
      })
    }
    await recordAct(trx, {
      actor,
      act: 'database.go_on',
      subject: 'database',
      outcome: 'done',
    })
  })
  actByItselfAgain()
  await tellFloor()
  await carryOnIntents()
  await replanClosings()
  floorWatch().readSoon('auto-confirm')
}

async function tellFloor(): Promise<void> {
  const restored = mayActByItself() ? undefined : reading().isDone ? 'read' : 'unread'
  ;(await liveFloor()).say({ restored })
}

/** Whether the wallet was read again since the start. */
function reading(): { isDone: boolean } {
  return oncePerProcess('reading-after-restore', () => ({ isDone: false }))
}

async function keepNoting(db: Database, dataDir: string): Promise<void> {
  const id = await idOfDatabase(db)
  let noted = 0
  const note = async () => {
    try {
      const newest = await newestRowIn(db)
      if (!newest || newest.sequence === noted) return
      noteRow(dataDir, id, newest)
      noted = newest.sequence
    } catch (err) {
      log().warn({ err }, 'the newest row of the trail could not be noted')
    }
  }
  const again = () => {
    after(NOTE_EVERY_MS, () => {
      if (isShuttingDown()) return
      void note().then(again)
    })
  }
  onShutdown('newest row', note)
  again()
}
