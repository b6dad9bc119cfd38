import assert from 'node:assert/strict'
import { generateKeyPairSync, sign } from 'node:crypto'
import { beforeEach, test } from 'node:test'
import { beginAnotherLife } from '#lib/runtime/once-per-process.ts'
import { isProblem } from '#lib/runtime/problem.ts'
import { CallbackKey } from './callback-key.ts'

const [old, next, stranger] = [keyPair(), keyPair(), keyPair()]
const event = '{"type":"reserved","object":"transaction"}'

function keyPair() {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
}

const by = ({ privateKey }: { privateKey: string }) => ({
  event,
  sign: sign('RSA-SHA256', Buffer.from(event), privateKey).toString('base64'),
})

let atMs = 0
let asked = 0
let answer = (): Promise<string> => Promise.resolve(old.publicKey)
let key = new CallbackKey(() => Promise.reject(new Error('not begun')))

beforeEach(() => {
  atMs = 5_000_000
  asked = 0
  answer = () => Promise.resolve(old.publicKey)
  key = new CallbackKey(() => {
    asked += 1
    return answer()
  })
  beginAnotherLife({ clock: { now: () => atMs, uptime: () => atMs, after: () => () => undefined } })
})

test('the key is asked for once and serves from then on', async () => {
  assert.deepEqual(await Promise.all([by(old), by(old)].map((one) => key.hasSigned(one))), [
    true,
    true,
  ])
  atMs += 86_400_000
  assert.equal(await key.hasSigned(by(old)), true)
  assert.equal(asked, 1)
})

test('forgeries, side by side or one after the other, make it ask once a minute at most', async () => {
  assert.equal(await key.hasSigned(by(old)), true)
  atMs += 60_000
  const atOnce = await Promise.all(Array.from({ length: 100 }, () => key.hasSigned(by(stranger))))
  assert.ok(atOnce.every((held) => !held))
  assert.equal(asked, 2)
  for (let second = 0; second < 59; second += 1) {
    atMs += 1000
    assert.equal(await key.hasSigned(by(stranger)), false)
    assert.equal(await key.hasSigned(by(old)), true)
  }
  assert.equal(asked, 2)
  atMs += 1000
  await key.hasSigned(by(stranger))
  assert.equal(asked, 3)
})

test('a key that the wallet has changed is taken over', async () => {
  await key.hasSigned(by(old))
  answer = () => Promise.resolve(next.publicKey)
  atMs += 60_000
  assert.equal(await key.hasSigned(by(next)), true)
  assert.equal(await key.hasSigned(by(old)), false)
})

test('while no key is known, nothing is called a forgery, and the wallet is asked once a minute', async () => {
  answer = () => Promise.reject(new Error('away'))
  await assert.rejects(key.hasSigned(by(old)), /away/)
  atMs += 30_000
  await assert.rejects(
    key.hasSigned(by(old)),
    (error) => isProblem(error) && error.code === 'wallet_unreachable' && error.retryAfterS === 30,
  )
  assert.equal(asked, 1)
  answer = () => Promise.resolve(old.publicKey)
  atMs += 30_000
  assert.equal(await key.hasSigned(by(old)), true)
})

test('a known key goes on to serve while the wallet does not answer', async () => {
  await key.hasSigned(by(old))
  answer = () => Promise.reject(new Error('away'))
  atMs += 60_000
  await assert.rejects(key.hasSigned(by(stranger)), /away/)
  assert.equal(await key.hasSigned(by(old)), true)
})
