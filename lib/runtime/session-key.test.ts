import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { promisify } from 'node:util'
import { keptSessionKey } from './session-key.ts'

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'spotboard-key-'))
  t.after(() => rmSync(path, { recursive: true }))
  return path
}

test('the key is made once, readable by its owner only, and kept', (t) => {
  const dataDir = join(folder(t), 'data')
  const key = keptSessionKey(dataDir)
  assert.ok(key.length >= 32)
  assert.equal(statSync(join(dataDir, 'session-key')).mode & 0o777, 0o600)
  assert.equal(statSync(dataDir).mode & 0o777, 0o700, 'nor is what else will be kept there')
  assert.equal(keptSessionKey(dataDir), key)
  assert.deepEqual(readdirSync(dataDir), ['session-key'])
})

test('a key that a restored backup left readable to all is closed again', (t) => {
  const dataDir = folder(t)
  keptSessionKey(dataDir)
  chmodSync(join(dataDir, 'session-key'), 0o644)
  keptSessionKey(dataDir)
  assert.equal(statSync(join(dataDir, 'session-key')).mode & 0o777, 0o600)
})

test('processes that start at the same time agree on one key', async (t) => {
  const dataDir = folder(t)
  const script = `import { keptSessionKey } from ${JSON.stringify(import.meta.resolve('./session-key.ts'))}
    process.stdout.write(keptSessionKey(${JSON.stringify(dataDir)}))`
  const run = promisify(execFile)
  const keys = await Promise.all(
    Array.from({ length: 4 }, () =>
      run(process.execPath, ['--conditions=react-server', '--input-type=module', '-e', script]),
    ),
  )
  assert.equal(new Set(keys.map(({ stdout }) => stdout)).size, 1)
  assert.deepEqual(readdirSync(dataDir), ['session-key'])
})

test('a cut off key and a folder that cannot be are one sentence each', (t) => {
  const dataDir = folder(t)
  writeFileSync(join(dataDir, 'session-key'), 'cut')
  assert.throws(() => keptSessionKey(dataDir), {
    code: 'environment',
    message: /^SESSION_SECRET must/,
  })
  const notAFolder = join(dataDir, 'session-key', 'data')
  assert.throws(() => keptSessionKey(notAFolder), {
    code: 'environment',
    message: /^DATA_DIR must/,
  })
})
