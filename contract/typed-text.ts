import * as z from 'zod/mini'
import { UNSEEN } from './text.ts'

/** One line of text that a person typed: trimmed, not empty, free of unseen characters. */
export function typedText(maxLength: number) {
  return z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(maxLength),
    z.refine((text) => !UNSEEN.test(text), {
      error: 'must not contain control or direction-changing characters',
    }),
  )
}
