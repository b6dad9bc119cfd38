/** A code that left the picture for so long counts anew when it comes back. */
const FORGOTTEN_AFTER_MS = 2_000

export interface Sighting {
  text: string
  atMs: number
}

/** Whether a code came into the picture just now, or is still the one that was there. */
export function isNewSighting(last: Sighting | null, { text, atMs }: Sighting): boolean {
  return last === null || last.text !== text || atMs - last.atMs > FORGOTTEN_AFTER_MS
}
