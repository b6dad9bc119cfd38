import 'server-only'
import { encodeQR, type ErrorCorrection } from 'qr'
import type { DarkFields } from '#contract/dark-path.ts'

/** Scanners need so much light around the code, in modules. */
const QUIET_ZONE = 4

/**
 * The modules of the smallest code that holds a text at error correction M, and at Q where that costs no larger code,
 * with the light around it. Text of the alphanumeric set (0-9 A-Z space $ % * + - . / :) takes less room than other
 * text. Throws a RangeError beyond 2331 bytes.
 */
export function codeMatrix(text: string): DarkFields {
  const matrix = fitting(text, 'medium')
  if (!matrix) throw new RangeError(`No code holds this text of ${text.length} characters.`)
  const firmer = fitting(text, 'quartile')
  return firmer?.length === matrix.length ? firmer : matrix
}

function fitting(text: string, ecc: ErrorCorrection): DarkFields | null {
  try {
    return encodeQR(text, 'raw', { ecc, border: QUIET_ZONE })
  } catch {
    return null
  }
}
