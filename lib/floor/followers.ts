import 'server-only'
import { database } from '#lib/database/connection.ts'
import { after, now } from '#lib/runtime/clock.ts'
import { isShuttingDown } from '#lib/runtime/lifecycle.ts'
import { log } from '#lib/runtime/log.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { liveFloor } from './live-floor.ts'
import { readView } from './views.ts'

/** An open stream is looked at with each heartbeat; two of those may get lost. */
const LOOKS_MS = 25_000

interface Looker {
  lookedAt: number
  areas: readonly string[]
}

/** The areas that people who look now follow together; null as soon as one of them follows all. */
export function followedBy(lookers: Iterable<Pick<Looker, 'areas'>>): string[] | null {
  const followed = new Set<string>()
  for (const { areas } of lookers) {
    if (areas.length === 0) return null
    for (const area of areas) followed.add(area)
  }
  return [...followed].toSorted()
}

/** Who looks at the floor now and which areas they follow, so that an area that nobody follows can alert everybody. */
class Followers {
  readonly #lookers = new Map<string, Looker>()
  #isTiming = false

  /** Somebody reads the floor or holds its stream. */
  look(staffId: string): void {
    const looker = this.#lookers.get(staffId)
    if (looker) looker.lookedAt = now()
    else void this.#join(staffId)
  }

  /** A person follows other areas from now on. */
  async follow(staffId: string, areas: readonly string[]): Promise<void> {
    this.#lookers.set(staffId, { lookedAt: now(), areas })
    await this.#tell()
  }

  async #join(staffId: string): Promise<void> {
    try {
      const { areas } = await readView(await database(), staffId)
      if (!this.#lookers.has(staffId)) await this.follow(staffId, areas)
    } catch (err) {
      log().warn({ err }, 'what somebody follows could not be read')
    }
  }

  async #tell(): Promise<void> {
    const floor = await liveFloor()
    floor.say({ followed: followedBy(this.#lookers.values()) })
    this.#time()
  }

  /** Looks again when the first of them may have stopped looking. */
  #time(): void {
    if (this.#isTiming || this.#lookers.size === 0) return
    this.#isTiming = true
    const longestAgo = Math.min(...[...this.#lookers.values()].map(({ lookedAt }) => lookedAt))
    after(longestAgo + LOOKS_MS - now(), () => {
      this.#isTiming = false
      if (isShuttingDown()) return
      for (const [staffId, { lookedAt }] of this.#lookers) {
        if (now() - lookedAt >= LOOKS_MS) this.#lookers.delete(staffId)
      }
      void this.#tell()
    })
  }
}

export function followers(): Followers {
  return oncePerProcess('followers', () => new Followers())
}
