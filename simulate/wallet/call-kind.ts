/** The calls that change something at the wallet, by what they are for. */
export const writingCalls = [
  'create transaction',
  'create order',
  'edit order',
  'delete order',
  'close spot',
  'confirm',
  'revoke',
] as const
export type WritingCall = (typeof writingCalls)[number]

/** Which calls something is planned for. */
export type CallMatch = WritingCall | 'any write' | 'any read' | 'any call'

const patterns: readonly (readonly [WritingCall, string, RegExp])[] = [
  ['create transaction', 'POST', /\/transaction$/],
  ['create order', 'POST', /\/order$/],
  ['edit order', 'PUT', /\/order\/\d+$/],
  ['delete order', 'DELETE', /\/order\/\d+$/],
  ['close spot', 'PUT', /\/close$/],
  ['confirm', 'PUT', /\/confirm$/],
  ['revoke', 'DELETE', /\/transaction\/\w+$/],
]

/** Undefined for a read. */
export function writingCallOf(method: string, path: string): WritingCall | undefined {
  return patterns.find(([, verb, pattern]) => verb === method && pattern.test(path))?.[0]
}

export function isMatch(match: CallMatch, call: WritingCall | undefined): boolean {
  if (match === 'any call') return true
  if (match === 'any read') return call === undefined
  return match === 'any write' ? call !== undefined : call === match
}
