import { text } from '#components/text/catalogue.ts'

/** "12 Mar, 14:05", by the clock of this device. */
export function timeWords(time: number): string {
  return new Intl.DateTimeFormat(text.locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(time)
}
