import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { shutDown } from '#lib/runtime/lifecycle.ts'
import {
  exampleCredentials,
  failureOf,
  says,
  startStubWallet,
} from '#lib/wallet/testing/stub-wallet.ts'
import { wallet } from './metered-wallet.ts'

const folder = mkdtempSync(join(tmpdir(), 'spotboard-metered-'))
after(async () => {
  await shutDown()
  rmSync(folder, { recursive: true })
})

test('law 8: a 429 that says how long to wait stops every call for that long', async () => {
  const refusal = says({ error: 'rate_limit_exceeded' }, 429, { 'retry-after': '120' })
  await using stub = await startStubWallet(refusal)
  Object.assign(process.env, {
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    WALLET_API_URL: stub.url,
    WALLET_CLIENT_ID: exampleCredentials.clientId,
    WALLET_MAC_KEY: exampleCredentials.macKey,
  })
  const told = await failureOf(wallet().getSpot(7))
  assert.equal(told.retryAfterMs, 120_000)
  const held = await failureOf(wallet().getSpot(7))
  assert.equal(held.code, 'too_many_requests')
  assert.ok(Number(held.retryAfterMs) > 100_000, `${held.retryAfterMs} ms`)
  assert.equal(stub.received.length, 1)
})
