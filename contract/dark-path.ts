/** A picture of dark and light fields, such as the modules of a code: rows of fields, true where dark. */
export type DarkFields = readonly (readonly boolean[])[]

/** The dark fields as one path of SVG, each field one unit wide. */
export function darkPath(fields: DarkFields): string {
  return darkRuns(fields)
    .map(({ x, y, width }) => `M${x} ${y}h${width}v1h-${width}z`)
    .join('')
}

/** The dark stretches of all rows, each one field high. */
export function darkRuns(fields: DarkFields): { x: number; y: number; width: number }[] {
  return fields.flatMap((row, y) => runsOf(row).map(([x, width]) => ({ x, y, width })))
}

/** The fields of a square as one word of `1` for dark and `0` for light, row after row, to be sent to a page. */
export function fieldsInWord(fields: DarkFields): string {
  return fields.flatMap((row) => row.map(Number)).join('')
}

/** The inverse of `fieldsInWord`. */
export function fieldsOf(word: string): DarkFields {
  const side = Math.sqrt(word.length)
  return Array.from({ length: side }, (_, y) =>
    Array.from(word.slice(y * side, (y + 1) * side), (field) => field === '1'),
  )
}

/** The dark stretches of a row: where each begins and how long it is. */
function runsOf(row: readonly boolean[]): [start: number, width: number][] {
  const runs: [number, number][] = []
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1)
    if (!isDark) continue
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  }
  return runs
}
