import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import {
  clientOf,
  freePort,
  saysHtml,
  says,
  type Script,
  signatureOf,
  startRawWallet,
  startStubWallet,
} from './testing/stub-wallet.ts'

const macKey = 'canary-key-7f3a'
const planted = /canary|sign in/

/** Everything that a failing or succeeding call leaves behind, as a careless logger would print it. */
async function tracesOf(url: string): Promise<string> {
  using caller = clientOf(url, { macKey })
  const traces: unknown[] = [caller.records, caller.logged, caller.client]
  const ends = await Promise.allSettled([
    caller.client.getSpot(7),
    caller.client.createOrder(7, 'abc'),
  ])
  traces.push(ends.filter(({ status }) => status === 'rejected'))
  return inspect(traces, { depth: 20, showHidden: true }) + JSON.stringify(traces)
}

const scripts: [string, Script][] = [
  [
    'a refusal',
    says({ error: 'forbidden', error_description: 'canary' }, 403, { 'x-a': 'canary' }),
  ],
  ['a refusal without a word', says({ error: 'canary text' }, 400)],
  ['a portal', saysHtml(200)],
  ['a field of the wrong type', says({ id: 'canary', status: 'waiting' })],
  ['an unknown field', says({ id: 7, status: 'waiting', mood: 'canary' })],
  ['a wrong clock', says({ error: 'invalid_timestamp', error_description: 'canary' }, 401)],
  [
    'broken JSON',
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{canary')
    },
  ],
]

for (const [name, script] of scripts) {
  test(`${name} leaves no secret and no text of the wallet behind`, async () => {
    await using wallet = await startStubWallet(script)
    const traces = await tracesOf(wallet.url)
    assert.doesNotMatch(traces, planted)
    const macs = wallet.received.flatMap((request) => signatureOf(request).get('mac') ?? [])
    assert.ok(macs.length > 0)
    for (const mac of macs) assert.equal(traces.includes(mac), false)
  })
}

test('garbage and silence leave no secret and no bytes behind', async () => {
  await using wallet = await startRawWallet((socket) => socket.end('HTTP/9 canary\r\n\r\n'))
  assert.doesNotMatch(await tracesOf(wallet.url), planted)
  assert.doesNotMatch(await tracesOf(`http://127.0.0.1:${await freePort()}`), planted)
})
