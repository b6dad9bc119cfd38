import { setTimeout as delay } from 'node:timers/promises'
import * as z from 'zod'
import type { Wallet } from '../http/processes.ts'
import { pick, type Chance } from './chance.ts'
import { sides } from './countdown.ts'
import type { MortalHouse } from './mortal-house.ts'

const Log = z.array(z.looseObject({ at: z.number(), fault: z.nullable(z.string()) }))

/** The calls of a new order; a kill at one of them finds it before or after the wallet has applied it. */
const calls = ['/rest/v1/transaction$', '/order$'] as const
const moments = ['timeout_before', 'timeout_after'] as const

/** An order takes ten, so this hits it anywhere. */
const MOST_RANDOM_MS = 50
/** A few orders' worth: whichever of their steps comes then is the last one. */
const MOST_COMMITS = 20
const LOOK_EVERY_MS = 2

/** Kills the dashboard outright: at any moment, while a chosen call is at the wallet, or beside a commit of the book. */
export async function killSomehow(
  chance: Chance,
  { wallet, dashboard, dieAt }: MortalHouse,
  onKill: () => void,
): Promise<void> {
  const anyMoment = () => delay(chance() * MOST_RANDOM_MS)
  const atWallet = () => atCall(wallet, pick(chance, calls), pick(chance, moments))
  const atCommit = async () => {
    dieAt({ commits: 1 + Math.floor(chance() * MOST_COMMITS), side: pick(chance, sides) })
    await dashboard.ended()
  }
  await pick(chance, [anyMoment, atWallet, atCommit])()
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
