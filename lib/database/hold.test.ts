import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { Client } from 'pg'
import { holdDatabase } from './hold.ts'
import { layCable } from './testing/cable.ts'
import { eachDatabase } from './testing/databases.ts'
import { startPostgres, type PostgresServer } from './testing/postgres-server.ts'

eachDatabase('the hold on a database', (open) => {
  test('a second dashboard waits 3 s for the first to end, and is then refused with its number', async () => {
    const { url } = await open()
    const { child, end } = await holder(url)
    const from = performance.now()
    await assert.rejects(holdDatabase(url), ({ code, message }: Error & { code: string }) => {
      assert.equal(code, 'environment')
      assert.match(
        message,
        new RegExp(
          `^DATABASE_URL names a database that another running Spotboard already works on \\(process ${child.pid}[^.]*\\): stop that one first, or name another database\\.$`,
        ),
      )
      return true
    })
    assert.ok(performance.now() - from >= 3000)
    await end()
  })

  test('a second dashboard goes on as soon as the first one is dead', async () => {
    const { url } = await open()
    const { end } = await holder(url)
    const waiting = holdDatabase(url)
    await end()
    const hold = await waiting
    assert.ok(hold.isKept())
    await hold.release()
    const next = await holdDatabase(url)
    await next.release()
  })
})

describe('a hold on PostgreSQL whose connection is lost', () => {
  let server: PostgresServer
  let url: string
  let other: Client
  let databases = 0

  before(async () => {
    server = await startPostgres()
  })
  after(() => server.stop())

  const begin = async () => {
    databases += 1
    url = await server.createDatabase(`hold_${databases}`)
    other = new Client({
      connectionString: url,
      application_name: 'spotboard process 99 on other-pc',
    })
    await other.connect()
    return holdDatabase(url)
  }

  const cut = () =>
    other.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name like 'spotboard process ${process.pid} %' and datname = current_database()`,
    )

  test('is not kept meanwhile, and is taken again', async () => {
    const hold = await begin()
    await cut()
    await until(() => !hold.isKept())
    await until(() => hold.isKept())
    await assert.rejects(holdDatabase(url), { code: 'environment' })
    await hold.release()
    await other.end()
  })

  test('is taken again where the server has not heard that the connection is lost', async () => {
    await begin().then((hold) => hold.release())
    await other.end()
    const cable = await layCable(Number(new URL(url).port))
    const through = new URL(url)
    through.port = String(cable.port)
    const hold = await holdDatabase(through.href)
    cable.cut(1)
    await until(() => !hold.isKept())
    await until(() => hold.isKept())
    await hold.release()
    cable.close()
  })

  test('stays lost when another dashboard was faster, and says which one', async () => {
    const hold = await begin()
    const grabbed = other.query('select pg_advisory_lock(7071221)')
    const cutter = new Client({ connectionString: url })
    await cutter.connect()
    await cutter.query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
       and database = (select oid from pg_database where datname = current_database())`,
    )
    await cutter.end()
    await grabbed
    assert.equal(await hold.takenOver, 'process 99 on other-pc')
    assert.equal(hold.isKept(), false)
    await hold.release()
    await other.end()
  })
})

async function holder(url: string): Promise<{ child: ChildProcess; end: () => Promise<unknown> }> {
  const script = join(import.meta.dirname, 'testing/hold-until-killed.ts')
  const child = spawn(process.execPath, ['--conditions=react-server', script, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(child.stdout, 'data')
  assert.equal(String(said), 'held')
  const end = () => {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    return ended
  }
  return { child, end }
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await setImmediate()
}
