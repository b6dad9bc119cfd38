import type { MenuItem } from '#contract/menu.ts'
import type { Line } from '#contract/order.ts'

/** What of the last round can be ordered once more, and the names of what is off today. */
export function orderableAgain(
  lastRound: readonly Line[],
  items: readonly MenuItem[],
): { lines: Line[]; off: string[] } {
  const isOff = ({ title }: Line): boolean => {
    const known = items.filter((item) => item.title === title)
    return known.length > 0 && known.every((item) => item.offToday)
  }
  return {
    lines: lastRound.filter((line) => !isOff(line)),
    off: [...new Set(lastRound.filter(isOff).map(({ title }) => title))],
  }
}
