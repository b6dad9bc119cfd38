import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isUnprotected, originOf } from './public-origin.ts'

const origin = (headers: Record<string, string>, trustProxy = 0, publicOrigin?: string) =>
  originOf(new Headers(headers), { trustProxy, publicOrigin })

test('the origin is the one that the operator names, else that of the request', () => {
  assert.equal(origin({ host: 'a.lan' }, 1, 'https://spots.example'), 'https://spots.example')
  assert.equal(origin({ host: 'floor.lan:3000' }), 'http://floor.lan:3000')
  assert.equal(origin({ host: 'FLOOR.lan:80' }), 'http://floor.lan')
  assert.equal(origin({ host: '[::1]:3000' }), 'http://[::1]:3000')
  for (const host of ['', 'a/b', 'a@b', 'a b', 'a:b:c', 'a?b', 'a\\b']) {
    assert.equal(origin({ host }), null, host)
  }
  assert.equal(origin({}), null)
})

test('only a proxy that we trust can say that the browser used https', () => {
  const forwarded = { host: 'a.lan', 'x-forwarded-proto': 'https' }
  assert.equal(origin(forwarded), 'http://a.lan')
  assert.equal(origin(forwarded, 1), 'https://a.lan')
  assert.equal(origin({ host: 'a.lan:443', 'x-forwarded-proto': 'https' }, 1), 'https://a.lan')
  assert.equal(origin({ host: 'a.lan' }, 1), 'http://a.lan')
  const spoofed = { host: 'a.lan', 'x-forwarded-proto': 'https, http' }
  assert.equal(origin(spoofed, 1), 'http://a.lan')
  assert.equal(origin(spoofed, 2), 'https://a.lan')
  assert.equal(origin(spoofed, 5), 'https://a.lan')
})

test('plain HTTP is unprotected unless it stays on this machine', () => {
  for (const safe of [
    'https://a.lan',
    'http://localhost:3000',
    'http://127.0.0.1',
    'http://[::1]:1',
  ]) {
    assert.equal(isUnprotected(safe), false, safe)
  }
  for (const open of [
    'http://a.lan',
    'http://192.168.1.5:3000',
    'http://localhost.evil.example',
    null,
  ]) {
    assert.equal(isUnprotected(open), true, String(open))
  }
})
