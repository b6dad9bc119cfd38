import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from '@playwright/test'
import { address } from '#contract/address.ts'
import { Session } from '#contract/session.ts'
import { freePort } from './fixtures/free-port.ts'
import { accounts } from './fixtures/sign-in.ts'
import { startProcess } from './fixtures/started-process.ts'
import { signIn } from './http/person.ts'
import { openHouse } from './http/processes.ts'
import { read } from './http/read-answer.ts'

const real = { WALLET_CLIENT_ID: 'wkVd93h2uS', WALLET_MAC_KEY: 'IrdTc8uQodU7PRpLzzLTW6wqZAO6tAMU' }

/** What an operator types who has chosen the wrong database; the ports are free, so that only this stands in the way. */
async function startOn(dataDir: string, env: Record<string, string>) {
  const ports = { PORT: String(await freePort()), SANDBOX_PORT: String(await freePort()) }
  const own = { DATA_DIR: join(dataDir, 'other'), SANDBOX_DEMO: '0', LOG_LEVEL: 'error' }
  const start = startProcess('node', ['bin/start.js'], { ...ports, ...own, ...env })
  const { code } = await start.ended
  return { code, said: start.output().replace(/^The sandbox listens on .+\n/, '') }
}

test('law 13: the demo never starts on a database that has spoken to a real wallet', async () => {
  const { dashboard, dataDir, discard } = await openHouse(real)
  try {
    const path = join(dataDir, 'spotboard.db')
    await dashboard.stop()
    const before = contentOf(path)
    const { code, said } = await startOn(dataDir, { DATABASE_URL: `file:${path}` })
    expect(code).toBe(1)
    expect(said).toMatch(/^DATABASE_URL names a database of real mode[^\n]+\.\n$/)
    expect(contentOf(path)).toEqual(before)
    expect(before['staff'], 'and so it has no accounts of the demo').toEqual([])

    await dashboard.start()
    await expect(signIn(dashboard.baseURL, accounts.manager)).rejects.toThrow('unauthenticated')
  } finally {
    await discard()
  }
})

test('a second start on a database that is in use names the process that has it, and disturbs nobody', async () => {
  const { dashboard, dataDir, discard } = await openHouse()
  try {
    const staff = await signIn(dashboard.baseURL, accounts.staff)
    const path = join(dataDir, 'practice.db')
    const { code, said } = await startOn(dataDir, { DATABASE_URL: `file:${path}` })
    expect(code).toBe(1)
    expect(said).toBe(
      `DATABASE_URL names a database that another running Spotboard already works on (process ${dashboard.pid()}): stop that one first, or name another database.\n`,
    )
    read(await staff.ask('GET', address.session), 200, Session)

    await dashboard.crash()
    await dashboard.start()
    read(await staff.ask('GET', address.session), 200, Session)
  } finally {
    await discard()
  }
})

function contentOf(path: string): Record<string, unknown[]> {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const tables = ['meta', 'staff', 'settings', 'audit', 'menu_items']
    return Object.fromEntries(
      tables.map((table) => [table, database.prepare(`select * from ${table}`).all()]),
    )
  } finally {
    database.close()
  }
}
