/** Stands on every screen and every printed code of practice (law 13). */
export const PRACTICE_WORDS = 'Practice: no real money'

/** The languages that a house may choose from for the line beside a printed code, which tells guests what to do. */
export const payLanguages = ['lt', 'en', 'de', 'pl', 'ru', 'lv', 'et'] as const
export type PayLanguage = (typeof payLanguages)[number]

export const payLines: Record<PayLanguage, string> = {
  lt: 'Skenuokite ir mokėkite',
  en: 'Scan to pay',
  de: 'Scannen und bezahlen',
  pl: 'Zeskanuj i zapłać',
  ru: 'Сканируйте и платите',
  lv: 'Noskenējiet un maksājiet',
  et: 'Skanni ja maksa',
}
