/** What a tab tells the others. Builds may differ in what is said, never in the members around it. */
export interface Word<Said> {
  account: string
  build: string
  /** Of the claim to lead; a newer claim has a higher one, and a tab that follows has none. */
  rank: number
  isSeen: boolean
  /** Whether those who follow have to say that they do. */
  asks: boolean
  /** Null says that the leader goes. */
  said: Said | null
}

export interface TabsWorld<Said> {
  /** Who is signed in on this page. */
  account(): string
  /** Names the code of this page, so that tabs from before and after an update keep apart. */
  build: string
  /** The line to all other tabs of this browser. Where a browser has none, each tab leads itself. */
  openLine(hear: (word: Word<Said>) => void): { say: (word: Word<Said>) => void; close: () => void }
  /** Milliseconds since 1970. */
  now(): number
  /** At least 0 and less than 1. */
  chance(): number
  /** A page that is out of sight has slow timers, or none. */
  isSeen(): boolean
  every(periodMs: number, call: () => void): () => void
  onHide(call: () => void): () => void
  reload(): void
}

export interface Tab<Said> {
  lead(from: 'nobody' | 'another'): void
  follow(): void
  /** What keeps the others from taking over; it is said twice a second. */
  beat(): Said
  /** The leader said this, or (null) that it goes. */
  hear(said: Said | null): void
}

const BEAT_MS = 500
const MISSED_BEATS = 3
/** Below every claim: says only that somebody follows. */
const FOLLOWS = -1

/**
 * One of all tabs of a browser leads. The newest claim counts, so a tab that woke up and still thinks that it leads
 * steps down when it hears another. For a moment two may lead, which costs a second stream and spoils nothing. A
 * tab claims when it is opened, when a leader is out of sight and it is not, and when it misses three beats. Beats are
 * counted and not timed: a tab that slept itself has heard nothing either.
 *
 * To say something costs the page more than most of what it does with it, and most browsers have one tab. So beats ask
 * who follows, and when nobody has answered for three of them only beats are said. A tab that was there nevertheless,
 * since it slept, learns from the next beat that it is behind.
 */
export function joinTabs<Said>(
  tab: Tab<Said>,
  world: TabsWorld<Said>,
): { say: (said: Said) => void; leave: () => void } {
  let rank = 0
  let missed = 0
  let unanswered = 0
  let isLeading = false
  const line = world.openLine(hear)

  function send(what: Pick<Word<Said>, 'rank' | 'asks' | 'said'>) {
    line.say({ account: world.account(), build: world.build, isSeen: world.isSeen(), ...what })
  }

  function say(said: Said) {
    if (isLeading && unanswered < MISSED_BEATS) send({ rank, asks: false, said })
  }

  function beat() {
    send({ rank, asks: unanswered > 0, said: tab.beat() })
    unanswered += 1
  }

  function claim(from: 'nobody' | 'another') {
    // The fraction parts two claims of the same millisecond; the step keeps a clock that was put back from mattering.
    rank = Math.max(world.now(), Math.ceil(rank)) + world.chance()
    isLeading = true
    // Until the next beat it is taken for granted that somebody follows.
    unanswered = MISSED_BEATS - 2
    tab.lead(from)
    beat()
  }

  function stepDown() {
    if (!isLeading) return
    isLeading = false
    tab.follow()
  }

  function isLikeThis({ account, build }: Word<Said>): boolean {
    return account === world.account() && build === world.build
  }

  function hear(word: Word<Said>) {
    if (word.rank === FOLLOWS && isLikeThis(word)) unanswered = 0
    if (word.rank < rank) return
    // The browser has one session, so one of the two pages is of a session that has ended: the one that was there first.
    if (word.account !== world.account()) return rank === 0 ? claim('nobody') : world.reload()
    if (!isLikeThis(word)) return
    stepDown()
    rank = word.rank
    if (word.asks) send({ rank: FOLLOWS, asks: false, said: null })
    missed = word.said === null ? MISSED_BEATS - 1 : 0
    tab.hear(word.said)
    if (!word.isSeen && world.isSeen()) claim('another')
  }

  function tick() {
    if (isLeading) return beat()
    missed += 1
    if (missed >= MISSED_BEATS) claim('another')
  }

  function goAway() {
    if (isLeading) send({ rank, asks: false, said: null })
    stepDown()
  }

  const stopTicking = world.every(BEAT_MS, tick)
  const stopHiding = world.onHide(goAway)
  if (world.isSeen()) claim('nobody')
  return {
    say,
    leave: () => {
      goAway()
      stopTicking()
      stopHiding()
      line.close()
    },
  }
}
