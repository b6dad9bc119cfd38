import assert from 'node:assert/strict'
import { test } from 'node:test'
import { VirtualTime } from './virtual-time.ts'

test('what is planned happens in its order at its time, and what goes on in between is waited for', async () => {
  const time = new VirtualTime()
  const happened: string[] = []
  const note = (what: string) => happened.push(`${what} at ${time.uptime()}`)
  time.after(20, () => note('second'))
  time.after(10, () => {
    void Promise.resolve()
      .then(() => Promise.resolve())
      .then(() => time.after(5, () => note('planned meanwhile')))
  })
  time.after(20, () => note('third'))
  time.after(10.2, () => note('a fraction later'))
  time.after(50, () => note('never'))()
  await time.pass(40)
  assert.deepEqual(happened, [
    'a fraction later at 11',
    'planned meanwhile at 15',
    'second at 20',
    'third at 20',
  ])
  assert.equal(time.uptime(), 40)
})
