const alphanumerics = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** A repeatable source of numbers from 0 up to 1 (mulberry32) for the given seed text. */
export function seededRandom(seed: string): () => number {
  let word = 0x811c9dc5
  for (const character of seed) {
    word = Math.imul(word ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return () => {
    word = (word + 0x6d2b79f5) | 0
    let mixed = Math.imul(word ^ (word >>> 15), 1 | word)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function randomText(random: () => number, length: number): string {
  let text = ''
  for (let index = 0; index < length; index += 1) {
    text += alphanumerics.charAt(Math.floor(random() * alphanumerics.length))
  }
  return text
}
