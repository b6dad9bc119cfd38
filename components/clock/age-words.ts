import { text } from '#components/text/board.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "24 s", "6 min", "1 h 5 min", "2 days": never more than two units, never negative. */
export function ageWords(ageMs: number): string {
  const seconds = Math.max(0, Math.floor(ageMs / 1_000))
  if (seconds < MINUTE) return text.age.seconds(seconds)
  if (seconds < HOUR) return text.age.minutes(Math.floor(seconds / MINUTE))
  if (seconds < DAY) {
    return text.age.hours(Math.floor(seconds / HOUR), Math.floor((seconds % HOUR) / MINUTE))
  }
  return text.age.days(Math.floor(seconds / DAY))
}
