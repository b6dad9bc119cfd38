import { subscribeToFloor } from '#components/floor/subscribe-to-floor.ts'
import type {
  FloorNews,
  FloorStream,
  FloorWord,
  FloorWorld,
} from '#components/floor/subscribe-to-floor.ts'
import type { Word } from '#components/floor/tabs.ts'
import type { VirtualServer } from './virtual-server.ts'

/** The timers of a page that is out of sight fire once a second at most. */
const HIDDEN_TIMER_MS = 1_000

export interface Page {
  account: string
  build: string
}

interface Opening {
  isSeen: boolean
  page: Page
  /** Called with all news that the tab shows. */
  shows: (news: FloorNews) => void
}

/** A browser whose tabs hear each other. */
export class VirtualBrowser {
  readonly server: VirtualServer
  readonly tabs = new Set<VirtualTab>()
  /** When a tab came, went, or was hidden last. */
  upsetAt: number
  /** How many events of a stream one tab has told the others. */
  passedOn = 0

  constructor(server: VirtualServer) {
    this.server = server
    this.upsetAt = server.time.now
  }

  open(how: Partial<Opening> = {}): VirtualTab {
    const tab = new VirtualTab(this, how)
    this.tabs.add(tab)
    this.upset()
    tab.begin()
    return tab
  }

  upset(): void {
    this.upsetAt = this.server.time.now
  }

  setNetwork(network: VirtualServer['network']): void {
    this.server.setNetwork(network)
    for (const tab of this.tabs) if (network !== 'swallows') tab.wake()
  }

  say(from: VirtualTab, word: Word<FloorWord>): void {
    if (word.said !== null && word.said.event !== 'beat') this.passedOn += 1
    for (const tab of this.tabs) if (tab !== from) tab.hearLater(structuredClone(word))
  }
}

export class VirtualTab {
  news: FloorNews = { floor: null, silence: null }
  isSeen: boolean
  isFrozen = false
  reloads = 0
  signIns = 0
  readonly page: Page
  readonly #browser: VirtualBrowser
  readonly #shows: Opening['shows'] | undefined
  readonly #streams = new Set<FloorStream>()
  readonly #inbox: (() => void)[] = []
  #isGone = false
  #hearsAt = 0
  #hear: (word: Word<FloorWord>) => void = () => {}
  #hide = () => {}
  #wake = () => {}

  constructor(browser: VirtualBrowser, { isSeen = true, page, shows }: Partial<Opening>) {
    this.#browser = browser
    this.isSeen = isSeen
    this.page = page ?? { account: 'rasa', build: '1' }
    this.#shows = shows
  }

  begin(): void {
    subscribeToFloor((news) => {
      this.news = news
      this.#shows?.(news)
    }, this.#world())
  }

  close(): void {
    this.#browser.upset()
    this.#run(this.#hide)
    this.crash()
  }

  crash(): void {
    this.#browser.upset()
    this.#isGone = true
    this.#browser.tabs.delete(this)
    for (const stream of this.#streams) stream.close()
  }

  show(isSeen: boolean): void {
    if (isSeen) this.thaw()
    this.#browser.upset()
    this.isSeen = isSeen
    if (isSeen) this.wake()
  }

  /** Only what is out of sight is frozen. */
  freeze(): void {
    this.show(false)
    this.isFrozen = true
  }

  thaw(): void {
    this.#browser.upset()
    this.isFrozen = false
    for (const act of this.#inbox.splice(0)) this.#run(act)
  }

  wake(): void {
    this.#run(this.#wake)
  }

  hearLater(word: Word<FloorWord>): void {
    const { time, chance } = this.#browser.server
    this.#hearsAt = Math.max(this.#hearsAt, time.now + chance() * 5)
    time.after(this.#hearsAt - time.now, () => this.#run(() => this.#hear(word)))
  }

  #run(act: () => void): void {
    if (this.#isGone) return
    if (this.isFrozen) this.#inbox.push(act)
    else act()
  }

  #after(delayMs: number, act: () => void): () => void {
    let isStopped = false
    const slowMs = this.isSeen ? delayMs : Math.max(delayMs, HIDDEN_TIMER_MS)
    const stop = this.#browser.server.time.after(slowMs, () =>
      this.#run(() => {
        if (!isStopped) act()
      }),
    )
    return () => {
      isStopped = true
      stop()
    }
  }

  #world(): FloorWorld {
    const { server } = this.#browser
    return {
      account: () => this.page.account,
      build: this.page.build,
      openLine: (hear) => {
        this.#hear = hear
        return { say: (word) => this.#browser.say(this, word), close: () => {} }
      },
      now: () => server.time.now,
      chance: server.chance,
      isSeen: () => this.isSeen,
      every: (periodMs, call) => {
        let stop: (() => void) | undefined
        const again = () => {
          stop = this.#after(periodMs, () => {
            again()
            call()
          })
        }
        again()
        return () => stop?.()
      },
      onHide: (call) => {
        this.#hide = call
        return () => {}
      },
      openStream: (hear, broken) => {
        const stream = server.connect(
          (event) => this.#run(() => hear(event)),
          () => this.#run(broken),
        )
        this.#streams.add(stream)
        return stream
      },
      ask: (etag) =>
        new Promise((resolve, reject) => {
          server.ask(etag).then(
            (answer) => this.#run(() => resolve(answer)),
            (error: unknown) => this.#run(() => reject(error)),
          )
        }),
      after: (delayMs, call) => this.#after(delayMs, call),
      onWake: (wake) => {
        this.#wake = wake
        return () => {}
      },
      toSignIn: () => {
        this.signIns += 1
        this.close()
      },
      reload: () => {
        this.reloads += 1
        this.close()
      },
    }
  }
}
