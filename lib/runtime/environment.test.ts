import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { environment } from './environment.ts'

test('the environment is read once, frozen, and brings a session key of its own', (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'spotboard-env-'))
  t.after(() => rmSync(dataDir, { recursive: true }))
  process.env['DATA_DIR'] = dataDir
  delete process.env['SESSION_SECRET']

  const first = environment()
  const key = readFileSync(join(dataDir, 'session-key'), 'utf8').trim()
  assert.deepEqual(first.sessionSecrets, [key])
  assert.ok(Object.isFrozen(first))

  process.env['PORT'] = '1234'
  assert.equal(environment(), first)
})
