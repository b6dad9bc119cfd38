import { parseArgs } from 'node:util'
import { killAtBoundaries } from './boundaries.ts'
import { playEvening } from './evening.ts'
import { engines, type Engine } from './mortal-house.ts'

const KILLS_AN_EVENING = 10

/**
 * `npm run crash`: evening after evening on a new house each, until so many kills and accepted orders are reached; with
 * `--boundaries`, one kill on either side of each commit of each act.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    orders: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000_000)) },
    database: { type: 'string', default: 'sqlite' },
    boundaries: { type: 'boolean', default: false },
  },
})
const [kills, orders, seed] = [values.kills, values.orders, values.seed].map(Number)
if (!kills || !orders || seed === undefined || !Number.isSafeInteger(seed)) {
  throw new Error('--kills and --orders are numbers above 0, --seed is a whole number.')
}
const database = engines.find((engine) => engine === values.database)
if (database === undefined) throw new Error(`--database is ${engines.join(' or ')}.`)

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

const broken = values.boundaries
  ? await tryAllBoundaries(database, seed)
  : await playEvenings({ database, kills, orders, seed })
process.exitCode = broken === 0 ? 0 : 1

async function tryAllBoundaries(database: Engine, seed: number): Promise<number> {
  let tried = 0
  const onTried = (boundary: string, found: readonly string[]) => {
    tried += 1
    console.log(`${boundary}: ${found.length === 0 ? 'good' : 'BROKEN'}`)
  }
  const broken = await killAtBoundaries({ database, seed, perAct: Infinity, onTried })
  for (const sentence of broken) console.log(`  ${sentence}`)
  console.log(`${tried} kills at boundaries on ${database}: ${broken.length} promises broken`)
  return broken.length
}

async function playEvenings({
  database,
  kills,
  orders,
  seed,
}: {
  database: Engine
  kills: number
  orders: number
  seed: number
}): Promise<number> {
  const evenings = Math.ceil(kills / KILLS_AN_EVENING)
  const sum = { kills: 0, accepted: 0, refused: 0, unknown: 0, broken: 0 }
  for (let evening = 0; evening < evenings; evening += 1) {
    const { told, ...verdict } = await playEvening({
      seed: seed + evening,
      kills: Math.round((kills * (evening + 1)) / evenings) - sum.kills,
      database,
      accepted: Math.max(1, Math.round((orders * (evening + 1)) / evenings) - sum.accepted),
      onProgress: (now) =>
        show(`${sum.kills + now.kills} kills, ${sum.accepted + now.accepted} accepted orders`),
    })
    sum.kills += verdict.kills
    sum.accepted += told.accepted
    sum.refused += told.refused
    sum.unknown += told.unknown
    sum.broken += verdict.broken.length
    show('')
    const how = verdict.broken.length === 0 ? 'good' : 'BROKEN'
    console.log(
      `evening ${evening + 1} of ${evenings} (--database ${database} --seed ${seed + evening} --kills ${verdict.kills} --orders ${told.accepted}): ${how}`,
    )
    for (const sentence of verdict.broken) console.log(`  ${sentence}`)
  }
  console.log(
    `${sum.kills} kills on ${database}, ${sum.accepted} orders accepted, ${sum.refused} refused, ${sum.unknown} without an answer: ${sum.broken} promises broken`,
  )
  return sum.broken
}

/** On a terminal, a line that the next one takes the place of. */
function show(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line}`)
}
