import { address } from '#contract/address.ts'
import { SpotDetail } from '#contract/spot.ts'
import { accounts } from '../fixtures/sign-in.ts'
import { deleteAtOnce, signIn, type Person } from '../http/person.ts'
import { acts } from './acts.ts'
import { chanceOf, sample } from './chance.ts'
import { sides, type Countdown } from './countdown.ts'
import { judgeSpot, judgeTrail } from './judge-act.ts'
import { openMortalHouse, type Engine, type MortalHouse } from './mortal-house.ts'
import { judgeHouse } from './oracle.ts'
import { prepare, type Prepared } from './prepare.ts'
import { isAtRest, isNothingAtWork, settle } from './settle.ts'
import { stumbles } from './stumbles.ts'

export interface Boundaries {
  database: Engine
  /** Chooses the boundaries where not all are tried. */
  seed: number
  /** So many of each act; those of the first act, a new order, are always all tried. */
  perAct: number
  /** Hears what is broken at each boundary, which is nothing if all is well. */
  onTried: (boundary: string, broken: readonly string[]) => void
}

interface Trial extends Prepared {
  countdown: Countdown
}

/** More than any act has. */
const MANY_COMMITS = 1000

/**
 * Kills the dashboard right before and right after the commits of each act, and judges what becomes of the act, also
 * when whoever asked and heard nothing asks once more. Answers every promise that was broken.
 */
export async function killAtBoundaries(options: Boundaries): Promise<string[]> {
  const house = await openMortalHouse(options.database)
  try {
    const manager = await signIn(house.dashboard.baseURL, accounts.manager)
    await deleteAtOnce(manager)
    const broken: string[] = []
    for (const trial of await trialsOf(options, house, manager)) {
      const { act, countdown } = trial
      const where = `${act.name}, killed ${countdown.side} commit ${countdown.commits}`
      const found = await tryOut(trial, house, manager)
      options.onTried(where, found)
      broken.push(...found.map((what) => `${where}: ${what}`))
    }
    const end = await settle(house.remains, isAtRest)
    return [...broken, ...judgeHouse(end), ...stumbles(house.dashboard)]
  } finally {
    await house.discard()
  }
}

/** Does each act once to count its commits, then prepares a spot for each boundary to be tried. */
async function trialsOf(
  { seed, perAct }: Boundaries,
  house: MortalHouse,
  manager: Person,
): Promise<Trial[]> {
  const chance = chanceOf(seed)
  const boundaries: Pick<Trial, 'act' | 'countdown'>[] = []
  for (const { act, asked } of await prepare(acts, house, manager)) {
    house.dieAt({ commits: MANY_COMMITS, side: 'after' })
    const answer = await manager.ask(asked.method, asked.path, asked)
    if (answer.status >= 300) throw new Error(`${act.name}: ${answer.status} ${answer.text}`)
    const count = MANY_COMMITS - house.commitsLeft()
    const all = Array.from({ length: count }, (_, index) =>
      sides.map((side) => ({ act, countdown: { commits: index + 1, side } })),
    ).flat()
    boundaries.push(...(act === acts[0] ? all : sample(chance, all, perAct)))
  }
  house.dieAt({ commits: 0, side: 'after' })
  const wanted = boundaries.map(({ act }) => act)
  const prepared = await prepare(wanted, house, manager)
  return boundaries.flatMap(({ countdown }, index) =>
    prepared.slice(index, index + 1).map((at) => ({ ...at, countdown })),
  )
}

async function tryOut(
  trial: Trial,
  { dashboard, dieAt, remains }: MortalHouse,
  manager: Person,
): Promise<string[]> {
  const { asked, countdown, spotId } = trial
  const ask = () => manager.ask(asked.method, asked.path, asked)
  dieAt(countdown)
  const answer = await ask().catch(() => null)
  if (answer !== null) return [`it lived on and answered ${answer.status} ${answer.text}`]
  await dashboard.ended()
  await dashboard.start()

  const isWrittenDown = countdown.commits > 1 || countdown.side === 'after'
  const settled = await settle(remains, isNothingAtWork)
  const again = await ask()
  const mustSucceed = !isWrittenDown || asked.headers?.['idempotency-key'] !== undefined
  const isTruthful = again.status < 300 || (again.status === 409 && !mustSucceed)
  const now = await settle(remains, isNothingAtWork)
  const page = SpotDetail.parse(JSON.parse((await manager.ask('GET', address.spot(spotId))).text))
  return [
    ...judgeSpot(trial, isWrittenDown, settled),
    ...judgeTrail(trial, isWrittenDown, settled),
    ...(isTruthful ? [] : [`asked again, it answered ${again.status} ${again.text}`]),
    ...judgeSpot(trial, true, now).map((flaw) => `asked again: ${flaw}`),
    ...page.orders
      .filter(({ id, status }) => now.orders.find((row) => row.id === id)?.status !== status)
      .map(({ status }) => `the page shows the order as ${status}`),
  ]
}
