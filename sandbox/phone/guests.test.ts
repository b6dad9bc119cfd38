import assert from 'node:assert/strict'
import test from 'node:test'

const guests: {
  guestsInAddress: (query: string) => string[]
  addressOf: (guests: string[]) => string
  shownGuests: (inAddress: string[], room: number) => string[]
  choose: (shown: string[], guest: string, room: number) => string[]
  knownGuests: (others: string[]) => string[]
  nextGuest: (known: string[]) => string
} = await import(new URL('guests.js', import.meta.url).href)

test('the address carries any guest there and back', () => {
  const odd = ['ona', 'a&guest=b', '\u202e<b>', 'Žydrūnė']
  assert.deepEqual(guests.guestsInAddress(guests.addressOf(odd)), odd)
})

test('an address without sense names nobody', () => {
  assert.deepEqual(guests.guestsInAddress(`?guest=&guest=%20&guest=${'x'.repeat(41)}`), [])
  assert.deepEqual(guests.guestsInAddress('?guest=ona&guest=ona'), ['ona'])
})

test('as many guests are shown as fit', () => {
  assert.deepEqual(guests.shownGuests([], 3), ['ona', 'jonas', 'greta'])
  assert.deepEqual(guests.shownGuests([], 1), ['ona'])
  assert.deepEqual(guests.shownGuests(['rasa', 'ona'], 1), ['rasa'])
})

test('choosing shows one guest where one fits, else shows or hides it', () => {
  assert.deepEqual(guests.choose(['ona'], 'jonas', 1), ['jonas'])
  assert.deepEqual(guests.choose(['ona'], 'jonas', 2), ['ona', 'jonas'])
  assert.deepEqual(guests.choose(['ona', 'jonas'], 'greta', 2), ['jonas', 'greta'])
  assert.deepEqual(guests.choose(['ona', 'jonas'], 'ona', 2), ['jonas'])
  assert.deepEqual(guests.choose(['ona'], 'ona', 2), ['ona'])
})

test('there is always another guest', () => {
  let known = guests.knownGuests([])
  for (let round = 0; round < 20; round += 1)
    known = guests.knownGuests([...known, guests.nextGuest(known)])
  assert.equal(known.length, 23)
})
