import 'server-only'
import type { Tile } from '#contract/floor.ts'
import type { House } from '#lib/floor/testing/house.ts'

/** A made-up code of a test and what the floor says of it. */
export interface Stranger {
  spotId: number
  guest: string
}

/** What the tests of strangers do in a house with one registered table. */
export interface StrangerHouse {
  house: House
  /** Somebody comes with a code of no register, and Spotboard has seen it. */
  comes: (identifier?: string) => Promise<Stranger>
  comesAgain: (stranger: Stranger, identifier: string) => Promise<void>
  tile: (spotId: number) => Promise<Tile | undefined>
  grace: (graceSeconds: number | null) => Promise<void>
  trail: (spotId: number) => Promise<Record<string, unknown>[]>
}

export const REGISTERED = 'TABLE 77'
