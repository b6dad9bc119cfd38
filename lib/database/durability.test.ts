import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { connectDatabase } from './open-database.ts'
import { eachDatabase } from './testing/databases.ts'

eachDatabase('a commit', (open) => {
  test('is on the disk before it is answered, at each opening and whatever a server is set to', async () => {
    const { url, engine } = await open()
    if (engine === 'sqlite') {
      for (const time of ['first', 'second']) {
        assert.equal(await asked(url, 'pragma journal_mode'), 'wal', time)
        assert.equal(await asked(url, 'pragma synchronous'), 2, `FULL, ${time}`)
      }
      return
    }
    const setTo = (mode: string) =>
      asked(
        url,
        `alter database ${new URL(url).pathname.slice(1)} set synchronous_commit = ${mode}`,
      )
    await setTo('off')
    assert.equal(await asked(url, 'show synchronous_commit'), 'on')
    await setTo('remote_apply')
    assert.equal(await asked(url, 'show synchronous_commit'), 'remote_apply', 'more is left alone')
  })
})

/** What the product's own connection, newly opened, answers. */
async function asked(url: string, question: string): Promise<unknown> {
  const db = connectDatabase(url)
  const { rows } = await sql.raw<Record<string, unknown>>(question).execute(db)
  await db.destroy()
  return Object.values(rows[0] ?? {})[0]
}
