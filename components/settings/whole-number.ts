/** A whole number as somebody has typed it; null where that is no such number or more than is taken. */
export function parseWholeNumber(typed: string, most: number): number | null {
  const trimmed = typed.trim()
  if (!/^\d{1,4}$/.test(trimmed)) return null
  const number = Number(trimmed)
  return number <= most ? number : null
}
