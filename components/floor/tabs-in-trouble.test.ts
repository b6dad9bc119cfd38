import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { seededChance } from './testing/seeded-chance.ts'
import { VirtualBrowser } from './testing/virtual-browser.ts'
import type { VirtualTab } from './testing/virtual-browser.ts'
import { VirtualServer } from './testing/virtual-server.ts'
import { VirtualTime } from './testing/virtual-time.ts'
import type { FloorNews } from './subscribe-to-floor.ts'

/** How long a screen may show old news without saying why. */
const NAMED_WITHIN_MS = 5_000

let time: VirtualTime
let server: VirtualServer
let browser: VirtualBrowser

const acts = {
  publish: () => server.publish(),
  open: () => void open(true),
  openBehind: () => void open(false),
  close: (tab) => tab.close(),
  crash: (tab) => tab.crash(),
  freeze: (tab) => tab.freeze(),
  hide: (tab) => tab.show(false),
  show: (tab) => tab.show(true),
  lose: () => browser.setNetwork('lost'),
  swallow: () => browser.setNetwork('swallows'),
  mend: () => browser.setNetwork('fine'),
  stop: () => server.stop(),
  start: () => server.start(),
  endStreams: () => server.endStreams(),
} satisfies Record<string, (tab: VirtualTab) => void>

const steps = fc.array(
  fc.record({
    act: fc.constantFrom(...Object.values(acts)),
    tab: fc.nat(7),
    afterMs: fc.oneof(fc.nat(100), fc.nat(3_000), fc.nat(12_000)),
  }),
  { minLength: 10, maxLength: 60 },
)

test('whatever happens to tabs, network and server, every tab shows a floor that was, never an older one than before, says within 5 s that it may be old, and ends up with the floor of now', async () => {
  let folded = 0
  await fc.assert(
    fc.asyncProperty(steps, fc.nat(), async (story, seed) => {
      time = new VirtualTime()
      server = new VirtualServer(time, seededChance(seed))
      browser = new VirtualBrowser(server)
      for (let count = 0; count < 4; count += 1) open(count > 0)
      for (const { act, tab, afterMs } of story) {
        const tabs = [...browser.tabs]
        const chosen = tabs[tab % tabs.length] ?? open(true)
        act(chosen)
        await time.pass(afterMs, assertNobodyIsFooled)
      }
      server.start()
      browser.setNetwork('fine')
      if (browser.tabs.size === 0) open(true)
      for (const tab of browser.tabs) tab.thaw()
      await time.pass(5_000, assertNobodyIsFooled)
      server.publish()
      await time.pass(3_000, assertNobodyIsFooled)
      for (const { news } of browser.tabs) {
        assert.deepEqual(news, { floor: server.floor, silence: null })
      }
      assert.equal(server.openStreams, 1)
      folded += server.history.size
    }),
    { numRuns: 150 },
  )
  assert.ok(folded > 500)
})

/** Each floor that the tab shows is one of the server's, and newer than the one before. */
function open(isSeen: boolean): VirtualTab {
  let last = -1
  const shows = ({ floor }: FloorNews) => {
    if (floor === null) return
    const known = server.history.get(`${floor.boot}-${floor.version}`)
    assert.deepEqual(floor, known?.floor)
    const number = known?.number ?? -1
    assert.ok(number >= last, 'the floor went back')
    last = number
  }
  return browser.open({ isSeen, shows })
}

function assertNobodyIsFooled() {
  const latest = time.now - NAMED_WITHIN_MS
  if (browser.upsetAt > latest) return
  for (const { isSeen, news } of browser.tabs) {
    if (!isSeen || news.silence !== null) continue
    const shown = news.floor && server.history.get(`${news.floor.boot}-${news.floor.version}`)
    const missed = [...server.history.values()].find(({ number }) => number > (shown?.number ?? -1))
    assert.ok(!missed || missed.at > latest, 'a tab shows old news as new')
    assert.ok(server.isReachable() || server.lostAt > latest, 'a tab does not say why it is silent')
  }
}
