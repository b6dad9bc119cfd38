import 'server-only'
import type { WalletPage } from '#lib/wallet/answer.ts'
import type { WalletSpot } from '#lib/wallet/spot-schemas.ts'
import { allPages, LIMIT } from './all-pages.ts'

/** A longer list is read in parts, or one reading of it would leave nothing for the others. */
const MOST_AT_ONCE = 2 * LIMIT
const OVERLAP = 20

type ReadPage = (page: { limit: number; offset: number }) => Promise<WalletPage<WalletSpot>>

/** What one reading has shown of a list. */
export interface ListPart {
  spots: WalletSpot[]
  isWhole: boolean
  /** The highest id up to which the first page has every spot: Infinity of a whole list, 0 where it is not sorted. */
  knownTo: number
}

/** What a reading behind the first page has shown. */
export interface OtherPart {
  spots: WalletSpot[]
  /** Where a round of parts ends with it: since when every page of the list was read. */
  roundSince: number | null
}

/**
 * Reads the list of one status again and again. A thousand made-up codes make it so long that reading it whole takes
 * more calls than the hour has. Then a reading is one page, since a poll may not cost more because of strangers: always
 * the first one, and apart from that, less often, the others by turns. Nobody says at which end of a list new guests
 * stand, so every other time that is the last one.
 */
export class LongList {
  readonly #readPage: ReadPage
  readonly #now: () => number
  /** How long the list is and its first page; null while it is short and read whole. */
  #length: { total: number; page: number } | null = null
  #round: { since: number; offset: number } | null = null
  #isLastsTurn = true
  /** When its first and its last page were read. */
  firstReadAt = 0
  lastReadAt = 0

  constructor(readPage: ReadPage, now: () => number) {
    this.#readPage = readPage
    this.#now = now
  }

  isLong(): boolean {
    return this.#length !== null
  }

  /** The whole list, or its first page where it is long. */
  async read(): Promise<ListPart> {
    this.firstReadAt = this.#now()
    const first = await this.#readPage({ limit: LIMIT, offset: 0 })
    const { items, total } = first
    if (total === undefined || total <= MOST_AT_ONCE || items.length === 0)
      return this.#whole(first)
    this.#length = { total, page: items.length }
    return { spots: items, isWhole: false, knownTo: sortedTo(items) }
  }

  /** Another page of a long list. */
  async readOther(): Promise<OtherPart | null> {
    if (!this.#length) return null
    const startedAt = this.#now()
    const { page } = this.#length
    // Room is left on the last page for those who came since it was last counted.
    const lastOffset = this.#length.total - page + OVERLAP
    this.#round ??= { since: startedAt, offset: page - OVERLAP }
    const round = this.#round
    const offset = this.#isLastsTurn ? lastOffset : Math.min(round.offset, lastOffset)
    const { items, total = 0 } = await this.#readPage({ limit: LIMIT, offset })
    if (this.#isLastsTurn) this.lastReadAt = startedAt
    else round.offset = offset + Math.max(1, items.length - OVERLAP)
    this.#isLastsTurn = !this.#isLastsTurn
    this.#length = { total, page }
    const isOver =
      round.offset >= lastOffset && Math.min(this.firstReadAt, this.lastReadAt) >= round.since
    if (isOver) this.#round = null
    return { spots: items, roundSince: isOver ? round.since : null }
  }

  async #whole(first: WalletPage<WalletSpot>): Promise<ListPart> {
    this.#length = null
    this.#round = null
    this.#isLastsTurn = true
    let known: typeof first | undefined = first
    const read: ReadPage = (page) => {
      const answer = page.offset === 0 ? known : undefined
      known = undefined
      return answer ? Promise.resolve(answer) : this.#readPage(page)
    }
    return { spots: await allPages(read, ({ id }) => id), isWhole: true, knownTo: Infinity }
  }
}

/** The last id of a page that is sorted by ids; 0 of any other. */
function sortedTo(items: readonly WalletSpot[]): number {
  const isSorted = items.every(({ id }, index) => id > (items[index - 1]?.id ?? 0))
  return isSorted ? (items.at(-1)?.id ?? 0) : 0
}
