import { text } from '#components/text/catalogue.ts'

/** "Fri 27 November 2026" */
export function dateWords(date: string): string {
  return new Intl.DateTimeFormat(text.locale, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(Date.parse(`${date}T00:00Z`))
}

/** "27 Nov, 19:58", by the clock of the house. */
export function momentWords(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat(text.locale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
}

/** "19:58", by the clock of the house. */
export function houseClock(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat(text.locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
}
