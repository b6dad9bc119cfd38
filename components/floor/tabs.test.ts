import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import fc from 'fast-check'
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

function begin(seed = 1) {
  time = new VirtualTime()
  server = new VirtualServer(time, seededChance(seed))
  browser = new VirtualBrowser(server)
}
beforeEach(() => begin())

async function openTabs(count: number): Promise<VirtualTab[]> {
  const tabs = Array.from({ length: count }, () => browser.open())
  await time.pass(3_000)
  return tabs
}

function assertAllSeeTheFloor() {
  for (const { news } of browser.tabs) {
    assert.deepEqual(news, { floor: server.floor, silence: null })
  }
}

test('eight tabs hold one stream and see each change', async () => {
  await openTabs(8)
  assert.equal(server.openStreams, 1)
  server.publish()
  await time.pass(100)
  assertAllSeeTheFloor()
})

test('a tab that is opened without being looked at follows the one that is there', async () => {
  await openTabs(1)
  browser.open({ isSeen: false })
  await time.pass(1_000)
  assert.equal(server.openStreams, 1)
  assertAllSeeTheFloor()
})

const losses: [how: string, lose: (leader: VirtualTab) => void][] = [
  ['is closed', (leader) => leader.close()],
  ['crashes', (leader) => leader.crash()],
  ['is frozen', (leader) => leader.freeze()],
]
for (const [how, lose] of losses) {
  test(`when the leading tab ${how}, another one takes over within 2 s and nothing is missed`, async () => {
    const tabs = await openTabs(8)
    const leader = tabs.at(-1)
    assert(leader)
    lose(leader)
    server.publish()
    await time.pass(2_000)
    browser.tabs.delete(leader)
    assertAllSeeTheFloor()
    server.publish()
    await time.pass(100)
    assertAllSeeTheFloor()
  })
}

test('a leader that wakes up steps down, and shows the floor of now', async () => {
  const tabs = await openTabs(3)
  const leader = tabs.at(-1)
  leader?.freeze()
  server.publish()
  await time.pass(10_000)
  server.publish()
  leader?.show(true)
  await time.pass(1_000)
  assert.equal(server.openStreams, 1)
  assertAllSeeTheFloor()
})

test('a tab that is looked at does not rely on one that is out of sight', async () => {
  const [first, second] = await openTabs(2)
  second?.show(false)
  await time.pass(1_500)
  second?.freeze()
  server.publish()
  await time.pass(100)
  assert.deepEqual(first?.news, { floor: server.floor, silence: null })
})

test('a quiet floor is asked about by one tab for all of them', async () => {
  await openTabs(8)
  const before = server.questions
  await time.pass(20_000)
  const asked = server.questions - before
  assert.ok(asked >= 8 && asked <= 10, `asked ${asked} times`)
})

test('a session that has ended ends on all tabs within 2 s', async () => {
  const tabs = await openTabs(8)
  server.isSignedIn = false
  server.endStreams()
  await time.pass(2_000)
  for (const tab of tabs) assert.equal(tab.signIns, 1)
})

test('when somebody else signs in, the pages of the person before are made anew and hear nothing of the new ones', async () => {
  const old = await openTabs(3)
  const seen = old.map(({ news }) => news)
  const page = browser.open({ page: { account: 'jonas', build: '1' } })
  server.publish()
  await time.pass(1_000)
  for (const [index, tab] of old.entries()) {
    assert.equal(tab.reloads, 1)
    assert.equal(tab.news, seen[index])
  }
  assert.equal(page.reloads, 0)
  assertAllSeeTheFloor()
})

test('tabs from before and after an update keep a stream each', async () => {
  await openTabs(2)
  for (let count = 0; count < 2; count += 1) {
    browser.open({ page: { account: 'rasa', build: '2' } })
  }
  await time.pass(3_000)
  assert.equal(server.openStreams, 2)
  server.publish()
  await time.pass(100)
  assertAllSeeTheFloor()
})

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
      begin(seed)
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
      assertAllSeeTheFloor()
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

function seededChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
