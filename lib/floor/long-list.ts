import 'server-only'
import type { WalletPage } from '#lib/wallet/answer.ts'
import type { WalletSpot } from '#lib/wallet/spot-schemas.ts'
import { allPages, LIMIT } from './all-pages.ts'

/** What takes more calls than this is read in parts, or one reading of it would leave nothing for the others. */
const MOST_AT_ONCE = 2 * LIMIT
const OVERLAP = 20

type ReadPage = (page: { limit: number; offset: number }) => Promise<WalletPage<WalletSpot>>

/** What one reading has shown of a list. */
export interface ListPart {
  spots: WalletSpot[]
  isWhole: boolean
  /** Where a round of parts has ended: since when every page of the list was read. */
  roundSince: number | null
  /**
   * Up to which spot id the list is known at once: its first page holds all spots up to there, where the wallet sorts
   * them by id, and all at the end of a list. Infinity of a whole list.
   */
  knownTo: number
  /** When the older of the two ends of the list was read. */
  endsReadAt: number
}

/**
 * Reads the list of one status again and again. A thousand made-up codes make it so long that reading it whole takes
 * more calls than the hour has. Then each reading takes its first page and one more: in turn its last page, since nobody
 * says at which end new guests stand, and the next one of those in between.
 */
export class LongList {
  readonly #readPage: ReadPage
  readonly #now: () => number
  #round: { since: number; offset: number } | null = null
  #isLastsTurn = true
  #lastReadAt = 0

  constructor(readPage: ReadPage, now: () => number) {
    this.#readPage = readPage
    this.#now = now
  }

  async read(): Promise<ListPart> {
    const startedAt = this.#now()
    const first = await this.#readPage({ limit: LIMIT, offset: 0 })
    const { items, total } = first
    if (total === undefined || total <= MOST_AT_ONCE || items.length === 0) {
      return this.#wholeAfter(first, startedAt)
    }
    this.#round ??= { since: startedAt, offset: items.length - OVERLAP }
    const lastOffset = total - items.length
    const more = this.#isLastsTurn ? lastOffset : Math.min(this.#round.offset, lastOffset)
    const { items: others } = await this.#readPage({ limit: LIMIT, offset: more })
    if (this.#isLastsTurn) this.#lastReadAt = startedAt
    else this.#round.offset = more + Math.max(1, others.length - OVERLAP)
    this.#isLastsTurn = !this.#isLastsTurn
    return {
      spots: [...items, ...others],
      isWhole: false,
      roundSince: this.#endRound(lastOffset),
      knownTo: sortedTo(items),
      endsReadAt: Math.min(startedAt, this.#lastReadAt),
    }
  }

  async #wholeAfter(first: WalletPage<WalletSpot>, startedAt: number): Promise<ListPart> {
    this.#round = null
    this.#isLastsTurn = true
    let isFirst = true
    const read: ReadPage = (page) => {
      const isKnown = isFirst && page.offset === 0
      isFirst = false
      return isKnown ? Promise.resolve(first) : this.#readPage(page)
    }
    const spots = await allPages(read, ({ id }) => id)
    return {
      spots,
      isWhole: true,
      roundSince: null,
      knownTo: Infinity,
      endsReadAt: startedAt,
    }
  }

  /** The last page is read before any in between, so the round is over once those have reached it. */
  #endRound(lastOffset: number): number | null {
    if (!this.#round || this.#round.offset < lastOffset) return null
    const { since } = this.#round
    this.#round = null
    return since
  }
}

/** The last id of a page that is sorted by ids; 0 of any other. */
function sortedTo(items: readonly WalletSpot[]): number {
  const isSorted = items.every(({ id }, index) => id > (items[index - 1]?.id ?? 0))
  return isSorted ? (items.at(-1)?.id ?? 0) : 0
}
