import * as z from 'zod/mini'

const Numbered = z.strictObject({ number: z.int(), of: z.int() })

/** Which part of a bill that was split an order is. */
export const Part = z.strictObject({
  ...Numbered.shape,
  /** The part that was itself split into these, with those around it, the first split first. */
  within: z.optional(z.array(Numbered)),
})
export type Part = z.infer<typeof Part>

/**
 * The name of a part of an order that may be a part already. The others of the first split keep their names, since
 * their guests have been told of them.
 */
export function partWithin(outer: Part | undefined, { number, of }: Part): Part {
  if (!outer) return { number, of }
  return { number, of, within: stepsOf(outer) }
}

/** For example “2 of 3”, or “2 of 3, 1 of 2” where the second of three parts was split once more. */
export function partNumbers(part: Part): string {
  return stepsOf(part)
    .map(({ number, of }) => `${number} of ${of}`)
    .join(', ')
}

function stepsOf({ number, of, within = [] }: Part) {
  return [...within, { number, of }]
}
