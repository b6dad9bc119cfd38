import { invalidParameters } from './errors.ts'
import { isJsonObject, type Json } from './json.ts'

/** How this wallet behaves where the reference leaves a choice, or where a test wants another. */
export interface Settings {
  openWord: 'open' | 'opened'
  merchantSeesOrders: boolean
  requireStatus: boolean
  rateLimit: boolean
  strictKeys: boolean
  signatures: 'verify' | 'off'
  /** Added to the clock that the wallet shows and checks timestamps with. */
  clockSkewS: number
  latencyMs: number
  revokeOnClose: boolean
  identifierCase: 'keep' | 'lower' | 'upper'
  duplicateKey: 'allow' | 'refuse'
}

export const defaultSettings: Settings = {
  openWord: 'open',
  merchantSeesOrders: false,
  requireStatus: false,
  rateLimit: true,
  strictKeys: true,
  signatures: 'verify',
  clockSkewS: 0,
  latencyMs: 0,
  revokeOnClose: false,
  identifierCase: 'keep',
  duplicateKey: 'allow',
}

/** The settings in force after `changes`; anything unknown or of the wrong kind is refused by name. */
export function changedSettings(settings: Settings, changes: Json): Settings {
  if (!isJsonObject(changes)) throw invalidParameters('Settings are a JSON object')
  const next = { ...settings }
  for (const [key, value] of Object.entries(changes)) applySetting(next, key, value)
  return next
}

function applySetting(next: Settings, key: string, value: Json): void {
  switch (key) {
    case 'openWord':
      next.openWord = oneOf(key, value, ['open', 'opened'])
      return
    case 'signatures':
      next.signatures = oneOf(key, value, ['verify', 'off'])
      return
    case 'identifierCase':
      next.identifierCase = oneOf(key, value, ['keep', 'lower', 'upper'])
      return
    case 'duplicateKey':
      next.duplicateKey = oneOf(key, value, ['allow', 'refuse'])
      return
    case 'merchantSeesOrders':
    case 'requireStatus':
    case 'rateLimit':
    case 'strictKeys':
    case 'revokeOnClose':
      if (typeof value !== 'boolean') throw invalidParameters(`${key} is true or false`, key)
      next[key] = value
      return
    case 'clockSkewS':
      next.clockSkewS = wholeNumber(key, value, -1e11)
      return
    case 'latencyMs':
      next.latencyMs = wholeNumber(key, value, 0)
      return
    default:
      throw invalidParameters(`There is no setting ${key}`, key)
  }
}

function oneOf<Word extends string>(key: string, value: Json, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === value)
  if (word === undefined) throw invalidParameters(`${key} is one of: ${words.join(', ')}`, key)
  return word
}

function wholeNumber(key: string, value: Json, least: number): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least || value > 1e11) {
    throw invalidParameters(`${key} is a whole number of at least ${least}`, key)
  }
  return value
}
