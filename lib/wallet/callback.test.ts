import assert from 'node:assert/strict'
import { generateKeyPairSync, sign } from 'node:crypto'
import { test } from 'node:test'
import { isSignedWith, transactionOfEvent, WalletCallback } from './callback.ts'

const { publicKey, privateKey } = keyPair()
/** As PHP writes it: with its slashes escaped, and a letter that has more than one byte. */
const event =
  '{"type":"reserved","object":"transaction","data":{"transaction_key":"Ab3","callback_uri":"https:\\/\\/x.lt\\/cb","note":"kavinė"}}'

function keyPair() {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
}

function signed(text: string, algorithm = 'RSA-SHA256', key = privateKey): string {
  return sign(algorithm, Buffer.from(text), key).toString('base64')
}

test('a signature holds over the text as it was sent, and over no other', () => {
  const good = signed(event)
  assert.ok(isSignedWith(publicKey, { event, sign: good }))
  const rewritten = JSON.stringify(JSON.parse(event))
  for (const other of [rewritten, event.replace('Ab3', 'Ab4'), `${event} `, event.slice(1), '']) {
    assert.notEqual(other, event)
    assert.equal(isSignedWith(publicKey, { event: other, sign: good }), false, other)
  }
})

test('no other key, no older way to sign and no nonsense signs anything', () => {
  const forgeries = [
    signed(event, 'RSA-SHA256', keyPair().privateKey),
    signed(event, 'RSA-SHA1'),
    signed(event).slice(4),
    signed(event).replaceAll('+', ' ').replace(/^./, '_'),
    Buffer.from(event).toString('base64'),
    'A'.repeat(344),
    '\u0000',
    '',
  ]
  for (const forged of forgeries) {
    assert.equal(isSignedWith(publicKey, { event, sign: forged }), false, forged)
  }
})

test('with a key that is none, nothing is signed', () => {
  const sign = signed(event)
  for (const key of ['', 'no key', publicKey.replace(/[a-z]/g, 'x')]) {
    assert.equal(isSignedWith(key, { event, sign }), false)
  }
})

test('an event names its transaction; one about anything else names none', () => {
  assert.equal(transactionOfEvent(event), 'Ab3')
  assert.equal(transactionOfEvent('{"type":"done","object":"payment","data":{"id":7}}'), undefined)
  for (const nonsense of [
    '',
    'null',
    '[]',
    '{}',
    '{"object":"transaction"}',
    '{"object":"transaction","data":{"transaction_key":"../x"}}',
    '{"object":"transaction","data":{"transaction_key":7}}',
  ]) {
    assert.throws(() => transactionOfEvent(nonsense), Error, nonsense)
  }
})

test('a callback is a signed event or names a transaction, whatever else it says', () => {
  const sign = signed(event)
  assert.deepEqual(WalletCallback.parse({ event, sign, more: 1 }), { event, sign })
  const hint = { transaction_key: 'Ab3', status: 'confirmed', payments: [] }
  assert.deepEqual(WalletCallback.parse(hint), { transaction_key: 'Ab3' })
  for (const nonsense of [{ event }, { sign }, { transaction_key: 'a/b' }, { key: 'Ab3' }, null]) {
    assert.equal(WalletCallback.safeParse(nonsense).success, false)
  }
})
