/** What a code says about a table; what the wallet calls a spot. */
export interface CodedSpot {
  /** The wallet's location id. */
  locationId: number
  /** Free text, which the wallet registers as a spot when it is first scanned. */
  identifier: string
}

/** `bare` is the reference's form; `wrapped` opens a page in a phone without the Paysera app (wallet-api, QR codes). */
export const codeForms = ['bare', 'wrapped'] as const
export type CodeForm = (typeof codeForms)[number]

const PREFIX = 'PAYSERA*'
const WRAPPER = 'https://paysera.com/app?qr='
/** Locations are counted from 1 and written without zeros in front, so that one table has one code. */
const BARE = /^PAYSERA\*([1-9]\d{0,15}):(.+)$/su

/** The text of a table's code: `PAYSERA*3:TABLE1` (pos-api: the prefix, the location, a colon and the identifier). */
export function codeOfTable(
  { locationId, identifier }: CodedSpot,
  form: CodeForm = 'bare',
): string {
  const bare = `${PREFIX}${locationId}:${identifier.toWellFormed()}`
  return form === 'bare' ? bare : WRAPPER + encodeURIComponent(bare)
}

/** What a code of either form names, the inverse of `codeOfTable`; null where the text is no table's code. */
export function parseTableCode(text: string): CodedSpot | null {
  const bare = text.startsWith(WRAPPER) ? decoded(text.slice(WRAPPER.length)) : text
  const [, location, identifier] = (bare?.isWellFormed() && BARE.exec(bare)) || []
  if (location === undefined || identifier === undefined) return null
  const locationId = Number(location)
  return Number.isSafeInteger(locationId) ? { locationId, identifier } : null
}

/** A further parameter, a fragment or a `+` for a space is not how this form is written. */
function decoded(encoded: string): string | null {
  if (/[&#+?]/.test(encoded)) return null
  try {
    return decodeURIComponent(encoded)
  } catch {
    return null
  }
}

/** Upper case letters, digits and space, which make a code smaller and easier to read (pos-api, on spot identifiers). */
export function isRecommended(identifier: string): boolean {
  return /^[A-Z0-9 ]+$/.test(identifier)
}
