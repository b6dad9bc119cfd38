import { parseArgs } from 'node:util'
import { tellEvenings } from './evening/tell-evenings.ts'
import { tellFlood } from './flood/tell-flood.ts'
import { prove } from './prove.ts'
import { reportOf } from './report.ts'
import { tellShifts } from './shift/tell-shifts.ts'

const tellEveryMs = 10_000

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '2000' },
    seed: { type: 'string' },
    path: { type: 'string' },
    evening: { type: 'boolean', default: false },
    seeds: { type: 'string', default: '1' },
    shift: { type: 'boolean', default: false },
    flood: { type: 'boolean', default: false },
  },
})
const schedules = wholeNumber('schedules', values.schedules)
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : wholeNumber('seed', values.seed)
console.log(`Seed ${seed}`)

if (values.evening) {
  const count = wholeNumber('seeds', values.seeds)
  const areRight = await tellEvenings(seed, count, (text) => console.log(text))
  process.exitCode = areRight ? 0 : 1
} else if (values.flood) {
  process.exitCode = (await tellFlood(seed, (text) => console.log(text))) ? 0 : 1
} else if (values.shift) await tellShifts(seed, (text) => console.log(text))
else await playSchedules()

async function playSchedules(): Promise<void> {
  let toldAtMs = Date.now()
  const proof = await prove({
    schedules,
    seed,
    path: values.path,
    onPlayed: (played) => {
      if (Date.now() - toldAtMs < tellEveryMs) return
      toldAtMs = Date.now()
      console.log(`${played} of ${schedules}`)
    },
  })
  console.log(reportOf(proof))
  process.exitCode = proof.failure ? 1 : 0
}

function wholeNumber(name: string, text: string): number {
  if (/^-?\d{1,10}$/.test(text)) return Number(text)
  console.error(`--${name} is a whole number`)
  return process.exit(1)
}
