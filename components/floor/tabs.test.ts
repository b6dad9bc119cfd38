import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { seededChance } from './testing/seeded-chance.ts'
import { VirtualBrowser } from './testing/virtual-browser.ts'
import type { VirtualTab } from './testing/virtual-browser.ts'
import { VirtualServer } from './testing/virtual-server.ts'
import { VirtualTime } from './testing/virtual-time.ts'

let time: VirtualTime
let server: VirtualServer
let browser: VirtualBrowser

beforeEach(() => {
  time = new VirtualTime()
  server = new VirtualServer(time, seededChance(1))
  browser = new VirtualBrowser(server)
})

/** One after the other, so the last one leads. */
async function openTabs(count: number): Promise<VirtualTab[]> {
  const tabs: VirtualTab[] = []
  for (let opened = 0; opened < count; opened += 1) {
    tabs.push(browser.open())
    await time.pass(100)
  }
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
  assert.equal(server.opened, 1)
  assertAllSeeTheFloor()
})

test('what a new leader hears before anybody can have answered is passed on', async () => {
  await openTabs(1)
  assert.equal(browser.passedOn, 1)
})

test('a tab that is alone passes nothing on; another one that comes, also out of sight, hears each change without a question', async () => {
  await openTabs(1)
  await time.pass(1_000)
  const { passedOn } = browser
  server.publish()
  await time.pass(1_000)
  assert.equal(browser.passedOn, passedOn)
  browser.open({ isSeen: false })
  await time.pass(900)
  for (let count = 0; count < 20; count += 1) {
    const { questions } = server
    server.publish()
    await time.pass(200)
    assertAllSeeTheFloor()
    assert.equal(server.questions, questions)
  }
})

test('when all others are gone the leader stops passing on within 2 s', async () => {
  const [first, second, leader] = await openTabs(3)
  first?.close()
  second?.crash()
  await time.pass(2_000)
  const { passedOn } = browser
  server.publish()
  await time.pass(100)
  assert.equal(browser.passedOn, passedOn)
  assert.deepEqual(leader?.news, { floor: server.floor, silence: null })
})

test('a tab that slept while nothing was passed on sees the floor of now when it wakes up', async () => {
  const [sleeper] = await openTabs(2)
  sleeper?.freeze()
  await time.pass(5_000)
  for (let count = 0; count < 10; count += 1) server.publish()
  await time.pass(1_000)
  sleeper?.thaw()
  await time.pass(1_000)
  assertAllSeeTheFloor()
})

const losses: [how: string, withinMs: number, lose: (leader: VirtualTab) => void][] = [
  ['is closed', 600, (leader) => leader.close()],
  ['crashes', 2_000, (leader) => leader.crash()],
  ['is frozen', 2_000, (leader) => leader.freeze()],
]
for (const [how, withinMs, lose] of losses) {
  test(`when the leading tab ${how}, another one takes over within ${withinMs} ms and nothing is missed`, async () => {
    const leader = (await openTabs(8)).at(-1)
    assert(leader)
    const { opened } = server
    lose(leader)
    server.publish()
    await time.pass(withinMs)
    assert.ok(server.opened > opened)
    browser.tabs.delete(leader)
    assertAllSeeTheFloor()
    server.publish()
    await time.pass(100)
    assertAllSeeTheFloor()
  })
}

test('who takes over from a leader that was lost with the network says so within 5 s', async () => {
  const leader = (await openTabs(2)).at(-1)
  server.publish()
  await time.pass(1_000)
  browser.setNetwork('swallows')
  leader?.crash()
  await time.pass(5_000)
  for (const { news } of browser.tabs) assert.equal(news.silence, 'spotboard')
})

test('when a dead connection can live again all tabs stop complaining, and one listens anew', async () => {
  await openTabs(3)
  browser.setNetwork('swallows')
  await time.pass(5_000)
  browser.setNetwork('fine')
  await time.pass(3_000)
  assertAllSeeTheFloor()
  assert.equal(server.openStreams, 1)
})

test('a tab whose own question was lost believes the leader, which still hears', async () => {
  const [tab] = await openTabs(2)
  server.network = 'lost'
  tab?.wake()
  await time.pass(200)
  assert.equal(tab?.news.silence, 'device')
  server.network = 'fine'
  await time.pass(1_000)
  assertAllSeeTheFloor()
})

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

test('a page of the new person that is opened out of sight has the old one made anew, not itself', async () => {
  const [old] = await openTabs(1)
  const page = browser.open({ isSeen: false, page: { account: 'jonas', build: '1' } })
  await time.pass(1_000)
  assert.deepEqual([old?.reloads, page.reloads], [1, 0])
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
