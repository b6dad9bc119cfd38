/**
 * What the oracle judges: plain data, so that whoever drives a house can bring it. Names are those of the wallet's
 * and the database's own words.
 */

/** What the sandbox reports of itself in the end. */
export interface WalletEvidence {
  spots: readonly { id: number; status: string; session: number }[]
  orders: readonly {
    id: number
    spot_id: number
    session: number
    transaction_key: string
    status: string
  }[]
  transactions: readonly WalletTransaction[]
}

export interface WalletTransaction {
  transaction_key: string
  status: string
  payments: readonly {
    price: number
    currency: string
    /** `spotboard` is our own reference. */
    parameters?: Readonly<Record<string, unknown>> | undefined
  }[]
}

/** The rows of the order book in the end. */
export interface BookEvidence {
  orders: readonly BookedOrder[]
  versions: readonly { order_id: string; version: number; total_minor: number; currency: string }[]
  transactions: readonly {
    reference: string
    order_id: string
    version: number
    transaction_key: string | null
    amount_minor: number
  }[]
  intents: readonly {
    id: string
    act: string
    spot_id: number
    order_id: string | null
    state: string
    created_at: number
    after_intent: string | null
    /** Of a close: it was planned by the house's rule. */
    not_before?: number | null
    /** 1 once the wallet's answer to one of its calls was lost. */
    was_unknown?: number
    /** Who asked for it, as JSON. */
    actor?: string
  }[]
  /** What the sweep over the books has found; in a house where nobody touches the books from outside, nothing. */
  differences?: readonly { kind: string; transaction_key: string; state: string }[]
  /** The first row of the trail that does not fit its chain. */
  firstBrokenRow: number | null
}

export interface BookedOrder {
  id: string
  spot_id: number
  version: number
  status: string
  closed_as: string | null
  transaction_key: string | null
  wallet_order_id: number | null
  created_at: number
  from_order: string | null
}

/** What somebody asked for, and every answer that they got, in order. */
export interface Asked {
  act: string
  /** Where the caller knows it. */
  intentId: string | null
  spotId: number
  /** The order that the act was on, or that it made, where that was ever told. */
  orderId: string | null
  amountMinor: number | null
  /** The unsettled orders of the spot when it was asked. */
  standing: readonly string[]
  told: readonly Told[]
}

export interface Told {
  /**
   * `done`; `working`: accepted, with an outcome that is not known yet; `failed`, with the problem's code; `nothing`:
   * no answer came.
   */
  what: 'done' | 'working' | 'failed' | 'nothing'
  code?: string
  /** What else was made for the order and could still be paid when `done` was said, where somebody looked. */
  hanging?: readonly string[]
  /** The order as the answer showed it. */
  order?: { id: string; status: string; closedAs?: string | undefined; totalMinor: number }
}

export interface Evidence {
  wallet: WalletEvidence
  book: BookEvidence
  asked: readonly Asked[]
  /** How many visits the merchant's calls have ended at each spot, where somebody counted. */
  visitsClosed?: ReadonlyMap<number, number>
  /** What guests could have paid at some moment on the way, where somebody watched. */
  everPayable?: {
    /** Orders that could be paid twice. */
    twice: ReadonlySet<string>
    /** For each order, those that could be paid at the same moment. */
    besides: ReadonlyMap<string, ReadonlySet<string>>
  }
  /** What the dashboard logged that nobody had foreseen. */
  stumbles?: readonly string[]
}

/** One thing that is not as it was promised. */
export interface Finding {
  rule:
    | 'lost'
    | 'payable twice'
    | 'told failed but there'
    | 'left hanging'
    | 'closed another visit'
    | 'book and wallet differ'
    | 'taken unequal'
    | 'false alarm'
    | 'never at rest'
    | 'trail broken'
    | 'internal error'
  about: string
}
