import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lookUp } from './look-up.ts'

for (const [code, name] of [
  ['PAYSERA*3:T\u00001', 'PAYSERA*3:T⟪0000⟫1'],
  ['\u001b[31m', '⟪001B⟫[31m'],
  ['\ud800', '⟪D800⟫'],
] as const) {
  test(`law 7: ${JSON.stringify(code)} is none of our codes, and is not sent anywhere`, async () => {
    assert.deepEqual(await lookUp(code), { kind: 'other', name })
  })
}

test('what a call can carry is asked for', async () => {
  const asked: unknown[] = []
  const { fetch } = globalThis
  globalThis.fetch = (_, init) => {
    asked.push(init?.body)
    return Promise.resolve(Response.json({ kind: 'unscanned', name: 'T1' }))
  }
  try {
    assert.deepEqual(await lookUp('PAYSERA*3:T1\n'), { kind: 'unscanned', name: 'T1' })
  } finally {
    globalThis.fetch = fetch
  }
  assert.deepEqual(asked, ['{"code":"PAYSERA*3:T1\\n"}'])
})
