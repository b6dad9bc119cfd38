export type Direction = 'up' | 'down'

/** The list with one entry exchanged for its neighbour; an entry at the end of its way stays. */
export function shifted<Entry>(
  list: readonly Entry[],
  from: number,
  direction: Direction,
): Entry[] {
  const to = direction === 'up' ? from - 1 : from + 1
  const entry = list[from]
  if (entry === undefined || list[to] === undefined) return [...list]
  return list.toSpliced(from, 1).toSpliced(to, 0, entry)
}
