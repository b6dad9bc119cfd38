/** What staff do at a dashboard, whichever it is. */
export interface Desk {
  /** Settles once a screen shows that somebody waits there. */
  seeWaiting: (spotId: number) => Promise<void>
  /** Settles once the guests see the order. */
  ask: (spotId: number, amountMinor: number) => Promise<AskedOrder>
  /** Settles once a screen shows that the payment is held. */
  seeHeld: (order: AskedOrder) => Promise<void>
  /** These settle once they are done, however often staff have to try. */
  confirm: (order: AskedOrder) => Promise<void>
  takeCash: (order: AskedOrder) => Promise<void>
  free: (spotId: number) => Promise<void>
}

export interface AskedOrder {
  spotId: number
  key: string
  /** The dashboard's own name for it. */
  id: string
}
