import assert from 'node:assert/strict'
import test from 'node:test'

type Words =
  | string
  | ((...words: string[]) => string)
  | Map<string, unknown>
  | { [key: string]: Words }
const {
  catalogues,
  languageFor,
}: {
  catalogues: Record<'en' | 'lt', Record<string, Words>>
  languageFor: (chosen: string | null, preferred: readonly string[]) => string
} = await import(new URL('text.js', import.meta.url).href)
const {
  moneyFormatter,
}: { moneyFormatter: (locale: string) => (minor: number, currency: string) => string } =
  await import(new URL('money.js', import.meta.url).href)

/** Every place that holds words, with the kind of what it holds. */
function places(words: Words): string[] {
  if (words instanceof Map) return [...words.keys()].toSorted()
  if (typeof words === 'string') return [words === '' ? 'empty' : 'words']
  if (typeof words === 'function') return [`${words.length} gaps`]
  return Object.entries(words).flatMap(([key, inner]) =>
    places(inner).map((place) => `${key}: ${place}`),
  )
}

test('both languages say the same things', () => {
  assert.deepEqual(places(catalogues.lt), places(catalogues.en))
})

test('the language is the chosen one, else the first one of the browser', () => {
  assert.equal(languageFor('en', ['lt-LT']), 'en')
  assert.equal(languageFor(null, ['lt-LT', 'en']), 'lt')
  assert.equal(languageFor(null, ['en-GB', 'lt']), 'en')
  assert.equal(languageFor('<script>', []), 'en')
})

test('amounts are written as the language writes them', () => {
  assert.equal(moneyFormatter('en-IE')(1290, 'EUR'), '€12.90')
  assert.equal(moneyFormatter('lt-LT')(1290, 'EUR'), '12,90\u00a0€')
})

test('an amount is in hundredths whatever the currency, as the wallet counts', () => {
  assert.equal(moneyFormatter('en-IE')(1290, 'JPY'), 'JP¥12.90')
  assert.equal(moneyFormatter('en-IE')(1290, 'BHD'), 'BHD\u00a012.90')
})

test('an amount in no known currency is legible all the same', () => {
  assert.equal(moneyFormatter('en-IE')(1290, 'E\u202e'), '12.90 E⟪U+202E⟫')
})
