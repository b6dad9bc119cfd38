/**
 * Checks of what comes over the wire, for the two messages that the floor has to read before anything else: its own
 * news and a problem. The contract's schemas say the same (a test compares them), but zod costs half of the room that
 * the floor's first load has, so it comes with the pages that need more than this.
 */
type Check = (value: unknown) => boolean

/** A check for each member that T has, whether it may be absent or not. */
type Checks<T> = { [Member in keyof T]-?: Check }

export const isText = (value: unknown): value is string => typeof value === 'string'
export const isTruth = (value: unknown): value is boolean => typeof value === 'boolean'
export const isInt = (value: unknown): value is number => Number.isSafeInteger(value)

export function optional(check: Check): Check {
  return (value) => value === undefined || check(value)
}

export function nullable(check: Check): Check {
  return (value) => value === null || check(value)
}

export function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check)
}

export function oneOf(words: readonly string[]): Check {
  return (value) => isText(value) && words.includes(value)
}

/** An object of exactly these members: one that is not foreseen makes it another thing. */
export function shape<T extends object>(checks: Checks<T>): (value: unknown) => value is T {
  const hasMembers = members<T>(checks)
  return (value): value is T =>
    hasMembers(value) && Object.keys(value).every((key) => Object.hasOwn(checks, key))
}

/** An object of at least these members. */
export function members<T extends object>(checks: Checks<T>): (value: unknown) => value is T {
  const entries: [string, Check][] = Object.entries(checks)
  return (value): value is T =>
    isObject(value) && entries.every(([key, check]) => check(value[key]))
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
