import assert from 'node:assert/strict'
import test from 'node:test'
import { isMisspeltApiAddress, isReadOnly, isWellFormed } from './request-target.ts'

test('ordinary addresses pass', () => {
  for (const target of [
    '/',
    '/spots/12',
    '/api/spots/7?x=%ZZ',
    '/tables/T%201',
    '/a.b/..c',
    '/%C3%A4',
  ]) {
    assert.equal(isWellFormed(target), true, target)
  }
})

test('what cannot be a path of ours does not', () => {
  const targets = [
    '*',
    '',
    '//evil.test/api/floor',
    '/\\evil.test',
    'http://evil.test/api/floor',
    '/api/%ZZ',
    '/api/%',
    '/api/%ff',
    '/api/%00',
    '/api/%0d%0aset-cookie:x',
    '/api/../secret',
    '/_next/static/%2e%2e/%2e%2e/package.json',
    '/api/..%2fsecret',
    '/api/..%5csecret',
    '/caf\u00e9',
  ]
  for (const target of targets) assert.equal(isWellFormed(target), false, target)
})

test('API addresses with empty parts are known as such', () => {
  for (const target of ['/api/', '/api/floor/', '/api//floor', '/api/floor/?x=1']) {
    assert.equal(isMisspeltApiAddress(target), true, target)
  }
  for (const target of ['/api', '/api/floor', '/apish/', '/', '/api/floor?next=/a/']) {
    assert.equal(isMisspeltApiAddress(target), false, target)
  }
})

test('pages are read-only, the API and the development server are not', () => {
  for (const target of ['/', '/sign-in', '/spots/7?order=1', '/apish', '/?next=/api/floor']) {
    assert.equal(isReadOnly(target), true, target)
  }
  for (const target of ['/api/session', '/api', '/__nextjs_original-stack-frames', '/_next/x']) {
    assert.equal(isReadOnly(target), false, target)
  }
})
