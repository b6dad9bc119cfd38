import { parseArgs } from 'node:util'
import { soak } from './soak.ts'

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' } } })
await soak(Number(values.minutes) * 60_000, (line) => console.log(line))
console.log('Nothing was left behind.')
