import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { text } from 'node:stream/consumers'
import { holdDatabase } from '#lib/database/hold.ts'
import { claimForMode, openDatabase } from '#lib/database/open-database.ts'
import { findSession } from './sessions.ts'
import { signIn } from './sign-in.ts'

const folder = mkdtempSync(join(tmpdir(), 'spotboard-reset-'))
after(() => rmSync(folder, { recursive: true }))

async function resetManager(args: readonly string[], { typed = '', dataDir = folder } = {}) {
  const script = join(import.meta.dirname, 'reset-manager.ts')
  const child = spawn(process.execPath, ['--conditions=react-server', script, ...args], {
    env: { PATH: process.env['PATH'], NODE_ENV: 'test', DATA_DIR: dataDir },
  })
  child.stdin.end(typed)
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), exited])
  return { out, err, code }
}

test('a manager is made while the dashboard holds the database, asked for or by argument', async () => {
  const url = `file:${join(folder, 'practice.db')}`
  const hold = await holdDatabase(url)
  const db = await openDatabase(url)
  await claimForMode(db, 'practice')
  try {
    const device = { address: null, userAgent: null }
    const runs = [
      { email: 'ona@cafe.test', run: resetManager([], { typed: 'Ona\nona@cafe.test\n' }) },
      {
        email: 'rasa@cafe.test',
        run: resetManager(['--name', 'Rasa', '--email', 'rasa@cafe.test']),
      },
    ]
    for (const { email, run } of runs) {
      const { out, code, err } = await run
      assert.equal(code, 0, err)
      assert.match(out, /practice floor/)
      const password = /the password (\S+)/.exec(out)?.[1] ?? ''
      const sessionId = await signIn(db, { email, password, device, replaces: null })
      assert.equal((await findSession(db, sessionId))?.role, 'manager')
    }
    const again = await resetManager(['--name', 'Eve', '--email', 'ONA@cafe.test'])
    assert.deepEqual([again.code, again.err], [1, 'This e-mail address has an account already.\n'])
  } finally {
    await db.destroy()
    await hold.release()
  }
})

test('what it cannot use it refuses in one sentence', async () => {
  const ona = ['--name', 'Ona', '--email']
  const refused = [
    [],
    [...ona, 'nothing'],
    [...ona],
    ['--bogus'],
    [...ona, 'ona@cafe.test', 'more'],
  ]
  for (const args of refused) {
    const { out, err, code } = await resetManager(args)
    assert.equal(code, 1)
    assert.doesNotMatch(out, /password/)
    assert.match(err, /^[^\n]+\n$/)
  }
})

test('without the settings of the dashboard it makes no account in a house that nobody uses', async () => {
  const args = ['--name', 'Ona', '--email', 'ona@cafe.test']
  const { out, err, code } = await resetManager(args, { dataDir: join(folder, 'nobody') })
  assert.deepEqual([out, code], ['', 1])
  assert.match(err, /^DATABASE_URL must name a database that Spotboard has started on[^\n]+\n$/)
})
