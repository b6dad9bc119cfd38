import assert from 'node:assert/strict'
import { test } from 'node:test'
import { returnPath } from './return-path.ts'

test('a sign-in leads back to a page of ours', () => {
  assert.equal(returnPath('/spots/7'), '/spots/7')
  assert.equal(returnPath('/spots/7?from=floor'), '/spots/7?from=floor')
})

test('a sign-in never leads to another site', () => {
  const hostile = [
    undefined,
    '',
    'spots',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    ['/a', '/b'],
  ]
  for (const path of hostile) assert.equal(returnPath(path), '/', JSON.stringify(path))
})
