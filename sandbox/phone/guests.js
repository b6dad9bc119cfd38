/** Who is on the page, kept in its address: `/?guest=ona&guest=jonas`. */

const NAMES = ['ona', 'jonas', 'greta', 'lukas', 'rasa', 'mantas', 'ieva', 'tomas']
const FIRST = NAMES.slice(0, 3)
const LONGEST_NAME = 40
const COLOURS = 5

/** @param {string} query The part of the address from `?` on. */
export function guestsInAddress(query) {
  const asked = new URLSearchParams(query).getAll('guest').map((guest) => guest.trim())
  return [...new Set(asked.filter((guest) => guest !== '' && guest.length <= LONGEST_NAME))]
}

/** @param {string[]} guests */
export function addressOf(guests) {
  return `?${new URLSearchParams(guests.map((guest) => ['guest', guest])).toString()}`
}

/**
 * @param {string[]} inAddress
 * @param {number} room How many phones fit.
 */
export function shownGuests(inAddress, room) {
  return (inAddress.length > 0 ? inAddress : FIRST).slice(0, room)
}

/**
 * Where one phone fits, choosing a guest shows that one; where several fit, it shows or hides it.
 *
 * @param {string[]} shown
 * @param {string} guest
 * @param {number} room
 */
export function choose(shown, guest, room) {
  if (room === 1) return [guest]
  if (!shown.includes(guest)) return [...shown, guest].slice(-room)
  return shown.length > 1 ? shown.filter((other) => other !== guest) : shown
}

/** @param {string[]} others Guests that the page came across besides the first three. */
export function knownGuests(others) {
  return [...new Set([...FIRST, ...others])]
}

/** @param {string[]} known */
export function nextGuest(known) {
  const free = NAMES.find((name) => !known.includes(name))
  if (free !== undefined) return free
  let number = NAMES.length + 1
  while (known.includes(`guest-${number}`)) number += 1
  return `guest-${number}`
}

/** @param {string} guest */
export function displayName(guest) {
  const [first = '', ...rest] = guest
  return first.toUpperCase() + rest.join('')
}

/** @param {string} guest @returns {number} Which of the portrait colours is the guest's. */
export function colourOf(guest) {
  let sum = 0
  for (const letter of guest) sum += letter.codePointAt(0) ?? 0
  return sum % COLOURS
}
