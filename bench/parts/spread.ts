export const RUNS = 5

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  const around = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1)
  return around.reduce((sum, value) => sum + value, 0) / around.length
}

/** The value below which so large a part of the values lies: 0.99 for the slowest but one in a hundred. */
export function quantileOf(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.ceil(sorted.length * part) - 1] ?? NaN
}

/** The median of the runs, and from the least to the most of them. */
export function inWords(values: readonly number[], unit: string, digits = 0): string {
  const number = (value: number) =>
    value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const range = `${number(Math.min(...values))} to ${number(Math.max(...values))}`
  return `${number(medianOf(values))}${unit === '' ? '' : ` ${unit}`} (${range})`
}

/** Each run is compared with its own peer, so that what slows a whole run down does not count. */
export function ratios(ours: readonly number[], peers: readonly number[]): number[] {
  return ours.map((value, run) => value / (peers[run] ?? NaN))
}

export function printRows(rows: readonly (readonly [label: string, words: string])[]): void {
  const width = Math.max(...rows.map(([label]) => label.length))
  for (const [label, words] of rows) console.log(`  ${label.padEnd(width)}  ${words}`)
}
