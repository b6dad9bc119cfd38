/** A whole number as somebody has typed it; null where that is no number or none of these. */
export function parseWhole(typed: string, least: number, most: number): number | null {
  const trimmed = typed.trim()
  if (!/^\d{1,3}$/.test(trimmed)) return null
  const number = Number(trimmed)
  return number >= least && number <= most ? number : null
}
