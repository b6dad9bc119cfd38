import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { seededRandom } from '#sandbox/core/chance.ts'

let random: (() => number) | undefined

/**
 * From now on ids and jitter in this process follow from the seed, so that a schedule plays the same each time: orders
 * of one instant are told apart by their ids. Only for processes that simulate.
 */
export function seedChance(seed: string): void {
  const isFirst = random === undefined
  random = seededRandom(seed)
  if (!isFirst) return
  Object.assign(Math, { random: () => random?.() })
  Object.assign(crypto, { randomUUID: () => uuid() })
  syncBuiltinESMExports()
}

function uuid(): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}
