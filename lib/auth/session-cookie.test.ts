import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { sealSessionId, unsealWith } from './session-cookie.ts'

const older = 'o'.repeat(40)
const newer = 'n'.repeat(40)

test('secrets are changed without signing anybody out', async () => {
  const before = await sealSessionId('s-1', [older])
  assert.equal(await unsealWith(before, [newer, older]), 's-1')
  const during = await sealSessionId('s-2', [newer, older])
  assert.equal(await unsealWith(during, [newer, older]), 's-2')
  assert.equal(await unsealWith(during, [newer]), 's-2')
  assert.equal(await unsealWith(before, [newer]), null)
  assert.equal(await unsealWith(during, [older]), null)
})

test('a seal of which any character was changed opens nothing', async () => {
  const sealed = await sealSessionId('s-1', [newer])
  for (let at = 0; at < sealed.length; at += 1) {
    const other = sealed[at] === 'A' ? 'B' : 'A'
    const changed = sealed.slice(0, at) + other + sealed.slice(at + 1)
    assert.equal(await unsealWith(changed, [newer]), null, `character ${at}`)
  }
  assert.equal(await unsealWith(`${sealed}A`, [newer]), null)
  assert.equal(await unsealWith(sealed.slice(0, -1), [newer]), null)
})

test('a seal tells nothing of the session and does not outlive it', async () => {
  const sealed = await sealSessionId('s-1', [newer])
  assert.doesNotMatch(sealed, /s-1/)
  mock.timers.enable({ apis: ['Date'], now: Date.now() + 8 * 24 * 60 * 60_000 })
  try {
    assert.equal(await unsealWith(sealed, [newer]), null)
  } finally {
    mock.timers.reset()
  }
})
