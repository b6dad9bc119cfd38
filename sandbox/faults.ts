import { invalidParameters } from './core/errors.ts'
import { Item } from './core/item.ts'
import type { Json } from './core/json.ts'

const kinds = [
  'refuse',
  'timeout_before',
  'timeout_after',
  'reset_before',
  'reset_after',
  'status_before',
  'status_after',
  'late',
  'twice',
  'stale',
  'garbage',
  'truncated',
  'slow',
] as const

export type FaultKind = (typeof kinds)[number]

/** A mishap that waits for the calls that it matches, `times` of them. */
export interface Fault {
  method: string | null
  /** A regular expression; it may match the path alone or with its query. */
  path: string | null
  kind: FaultKind
  times: number
  status: number | null
  body: string | null
  delayMs: number | null
}

/** Reads a request to plan a fault; whatever is unknown in it is refused by name. */
export function readFault(body: Json | undefined): Fault {
  const item = new Item(body, 'fault', true)
  item.allow(['match', 'times', 'kind', 'status', 'body', 'delayMs'])
  const match = item.item('match')?.allow(['method', 'path'])
  const kind = kinds.find((candidate) => candidate === item.json('kind'))
  if (!kind) throw invalidParameters(`kind is one of: ${kinds.join(', ')}`, 'kind')
  const given = item.json('body')
  return {
    method: match?.text('method')?.toUpperCase() ?? null,
    path: readPattern(match?.text('path')),
    kind,
    times: within(item, 'times', 1, 1_000_000) ?? 1,
    status: within(item, 'status', 200, 599) ?? null,
    body:
      given === undefined || typeof given === 'string' ? (given ?? null) : JSON.stringify(given),
    delayMs: within(item, 'delayMs', 0, 86_400_000) ?? null,
  }
}

/** The faults that still wait, in the order in which they were planned. */
export class Faults {
  #waiting: Fault[] = []

  add(fault: Fault): readonly Fault[] {
    this.#waiting.push(fault)
    return this.#waiting
  }

  /** The first fault that matches, used up by one. */
  take(method: string, target: string): Fault | undefined {
    const fault = this.#waiting.find(
      (candidate) =>
        (candidate.method === null || candidate.method === method) &&
        (candidate.path === null || matches(candidate.path, target)),
    )
    if (!fault) return undefined
    fault.times -= 1
    if (fault.times === 0) this.#waiting = this.#waiting.filter((other) => other !== fault)
    return fault
  }

  clear(): void {
    this.#waiting = []
  }
}

function matches(pattern: string, target: string): boolean {
  const expression = new RegExp(pattern)
  return expression.test(target) || expression.test(target.split('?')[0] ?? '')
}

function readPattern(text: string | undefined): string | null {
  if (text === undefined) return null
  try {
    return new RegExp(text).source
  } catch {
    throw invalidParameters('path is not a regular expression', 'path')
  }
}

function within(item: Item, key: string, least: number, most: number): number | undefined {
  const value = item.integer(key)
  if (value !== undefined && (value < least || value > most)) {
    throw invalidParameters(`${key} is from ${least} to ${most}`, key)
  }
  return value
}
