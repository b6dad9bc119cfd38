import assert from 'node:assert/strict'
import test from 'node:test'

test('two copies of the module hand out the same value, made once', async () => {
  const address = import.meta.resolve('./once-per-process.ts')
  const one: typeof import('./once-per-process.ts') = await import(`${address}?copy=1`)
  const other: typeof import('./once-per-process.ts') = await import(`${address}?copy=2`)
  assert.notEqual(one.oncePerProcess, other.oncePerProcess)

  const made = one.oncePerProcess('test-hub', () => ({ screens: 0 }))
  const again = other.oncePerProcess('test-hub', () => assert.fail('made twice'))
  assert.equal(again, made)
})

test('a value that could not be made is tried again', async () => {
  const { oncePerProcess } = await import('./once-per-process.ts')
  assert.throws(() =>
    oncePerProcess('test-late', () => {
      throw new Error('not yet')
    }),
  )
  assert.equal(
    oncePerProcess('test-late', () => 'now'),
    'now',
  )
})

test('another life remembers nothing but what it is given', async () => {
  const { beginAnotherLife, oncePerProcess } = await import('./once-per-process.ts')
  oncePerProcess('test-floor', () => 'of the first life')
  beginAnotherLife({ 'test-given': 'at birth' })
  assert.equal(
    oncePerProcess('test-floor', () => 'of the second life'),
    'of the second life',
  )
  assert.equal(
    oncePerProcess('test-given', () => assert.fail('made')),
    'at birth',
  )
})

test('a promise that failed is not kept either', async () => {
  const { oncePerProcess } = await import('./once-per-process.ts')
  const failing = oncePerProcess('test-promise', () => Promise.reject(new Error('not yet')))
  await assert.rejects(failing, /not yet/)
  assert.equal(await oncePerProcess('test-promise', () => Promise.resolve('now')), 'now')
})
