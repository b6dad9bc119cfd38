import 'server-only'
import { notFound } from 'next/navigation'

/** The id of a spot, or of a place at the counter, from an address; anything else leads nowhere. */
export function spotIdOf(segment: string): number {
  if (!/^-?\d{1,15}$/.test(segment)) notFound()
  return Number(segment)
}
