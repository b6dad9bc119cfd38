/** Stands on every screen and every printed code of practice (law 13). */
export const PRACTICE_WORDS = 'Practice: no real money'

/** What the line beside a printed code says to guests, in the languages that a house may choose from. */
export const payLines = {
  lt: 'Skenuokite ir mokėkite',
  en: 'Scan to pay',
  de: 'Scannen und bezahlen',
  pl: 'Zeskanuj i zapłać',
  ru: 'Сканируйте и платите',
  lv: 'Noskenējiet un maksājiet',
  et: 'Skanni ja maksa',
} as const
export type PayLanguage = keyof typeof payLines
