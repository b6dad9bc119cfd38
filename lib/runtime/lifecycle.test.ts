import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { beginAnotherLife } from './once-per-process.ts'

/** Lifecycle state is one a process, so each test starts from none. */
async function freshLifecycle(t: TestContext) {
  process.env['LOG_LEVEL'] = 'silent'
  process.env['SESSION_SECRET'] = 'x'.repeat(32)
  beginAnotherLife({})
  t.mock.timers.enable({ apis: ['Date'] })
  return import('./lifecycle.ts')
}

test('streams end before requests, work and storage; later registrations end first', async (t) => {
  const { onShutdown, shutDown } = await freshLifecycle(t)
  const ended: string[] = []
  const note = (name: string) => () => void ended.push(name)
  onShutdown('database', note('database'), 'storage')
  onShutdown('watch', note('watch'))
  onShutdown('sweep', note('sweep'))
  onShutdown('http', note('http'), 'requests')
  onShutdown('hub', note('hub'), 'streams')
  await shutDown()
  assert.deepEqual(ended, ['hub', 'http', 'sweep', 'watch', 'database'])
})

test('being asked twice ends everything once', async (t) => {
  const { onShutdown, shutDown, isShuttingDown } = await freshLifecycle(t)
  let count = 0
  onShutdown('watch', () => void count++)
  assert.equal(isShuttingDown(), false)
  const first = shutDown()
  assert.equal(isShuttingDown(), true)
  await Promise.all([first, shutDown()])
  assert.equal(count, 1)
})

test('one that throws or rejects does not keep the others', async (t) => {
  const { onShutdown, shutDown } = await freshLifecycle(t)
  let isClosed = false
  onShutdown('database', () => void (isClosed = true), 'storage')
  onShutdown('throws', () => assert.fail('thrown'))
  onShutdown('rejects', () => Promise.reject(new Error('rejected')))
  await shutDown()
  assert.equal(isClosed, true)
})

test('one that hangs is left behind in time for the others', { timeout: 7000 }, async (t) => {
  const { onShutdown, shutDown } = await freshLifecycle(t)
  let isClosed = false
  onShutdown('database', () => void (isClosed = true), 'storage')
  onShutdown('hangs', () => new Promise<void>(() => {}))
  await shutDown()
  assert.equal(isClosed, true)
})
