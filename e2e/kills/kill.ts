import { setTimeout as delay } from 'node:timers/promises'
import * as z from 'zod'
import type { Dashboard, Wallet } from '../http/processes.ts'
import { pick, type Chance } from './chance.ts'

const Log = z.array(z.looseObject({ at: z.number(), fault: z.nullable(z.string()) }))

/** The calls of a new order; a kill at one of them finds it before or after the wallet has applied it. */
const calls = ['/rest/v1/transaction$', '/order$'] as const
const moments = ['timeout_before', 'timeout_after'] as const

/** A commit takes a millisecond and an order ten, so this hits every step. */
const MOST_RANDOM_MS = 50
const LOOK_EVERY_MS = 2

/**
 * Kills the dashboard outright: half of the times at any moment, the other half while a chosen call is at the wallet.
 */
export async function killSomehow(
  chance: Chance,
  wallet: Wallet,
  dashboard: Dashboard,
  onKill: () => void,
): Promise<void> {
  if (chance() < 0.5) await delay(chance() * MOST_RANDOM_MS)
  else await atCall(wallet, pick(chance, calls), pick(chance, moments))
  onKill()
  await dashboard.crash()
}

/** Resolves while a call of this kind waits for an answer that the wallet will not give. */
async function atCall(wallet: Wallet, path: string, kind: string): Promise<void> {
  const from = Date.now()
  await wallet.control('faults', { match: { method: 'POST', path }, kind, times: 1 })
  const isThere = async () =>
    Log.parse(await wallet.read('log')).some(({ at, fault }) => fault !== null && at >= from)
  while (!(await isThere())) await delay(LOOK_EVERY_MS)
}
