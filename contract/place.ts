/** Stands for a place at the counter that is made with its first order. */
export const NEW_PLACE = 0

/**
 * Whether a place is one of the counter's, for a guest without a table. The wallet counts its spots upwards from 1, so
 * the book's own places count downwards from -1 and can never be taken for one of them.
 */
export function isAtCounter(spotId: number): boolean {
  return spotId < 0
}
