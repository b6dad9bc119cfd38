import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { allMigrations, migrate, type Migrations } from './migrate.ts'
import { openDatabase, type Database } from './open-database.ts'
import { eachDatabase } from './testing/databases.ts'
import { shapeOf } from './testing/shape.ts'

const FIRST = '0001-foundation'

/** One row for each table of the first version, in an order in which each refers only to what is there already. */
const firstRows: [table: string, row: Record<string, string | number | null>][] = [
  ['meta', { key: 'mode', value: 'real' }],
  ['settings', { key: 'k', value: '"v"' }],
  [
    'staff',
    {
      id: 's',
      name: 'Ona',
      email: 'ona@cafe.test',
      password_hash: 'h',
      role: 'manager',
      active: 1,
      created_at: 1,
    },
  ],
  [
    'sessions',
    {
      id: 'x',
      staff_id: 's',
      created_at: 1,
      last_seen_at: 2,
      expires_at: 3,
      revoked_at: null,
      address: null,
      user_agent: 'a',
    },
  ],
  [
    'menu_items',
    {
      id: 'm',
      title: 'Latte',
      category: 'Coffee',
      unit_price_minor: 350,
      position: 1,
      off_until: null,
    },
  ],
  [
    'spots',
    {
      id: 7,
      location_id: 3,
      identifier: 'TABLE1',
      title: 'Cool caffe',
      status: 'open',
      since: 1_795_000_000_123,
      visit_id: 'v',
    },
  ],
  ['visits', { id: 'v', spot_id: 7, started_at: 1_795_000_000_123, ended_at: null }],
  [
    'orders',
    {
      id: 'o',
      spot_id: 7,
      visit_id: 'v',
      version: 1,
      status: 'pending',
      closed_as: null,
      settled_with: null,
      wallet_order_id: 9,
      transaction_key: 'key',
      verdict: null,
      created_by: 'Ona',
      created_at: 5,
      reserved_at: null,
      confirmed_at: null,
    },
  ],
  [
    'order_versions',
    {
      order_id: 'o',
      version: 1,
      lines: '[{"title":"Latte","quantity":1,"unitPriceMinor":350}]',
      note: null,
      discount_minor: 0,
      total_minor: 350,
      currency: 'EUR',
      created_by: 'Ona',
      created_at: 5,
      reason: null,
    },
  ],
  [
    'order_transactions',
    {
      reference: 'o:1',
      order_id: 'o',
      version: 1,
      transaction_key: 'key',
      amount_minor: 350,
      currency: 'EUR',
      status: 'offered',
      created_at: 5,
      wallet_created_at: 6,
    },
  ],
  [
    'intents',
    {
      id: 'i',
      act: 'submit',
      spot_id: 7,
      order_id: 'o',
      body_hash: 'b',
      body: '{}',
      state: 'done',
      step: 'ended',
      problem: null,
      actor: '{"staffId":null,"name":"Ona","sessionId":null,"address":null}',
      created_at: 5,
      updated_at: 6,
    },
  ],
  [
    'audit',
    {
      sequence: 1,
      at: 5,
      actor_id: 's',
      actor_name: 'Ona',
      session_id: 'x',
      address: null,
      act: 'order.submit',
      subject: 'order o',
      outcome: 'done',
      detail: '{}',
      previous_hash: '',
      hash: 'z',
    },
  ],
  [
    'wallet_calls',
    {
      id: 1,
      at: 5,
      method: 'GET',
      path: '/spot',
      status: 200,
      code: null,
      duration_ms: 4,
      correlation_id: null,
    },
  ],
]

eachDatabase('migrations', (_open, openEmpty) => {
  test('a database of the first version gets the newest shape and keeps every row', async () => {
    const { db, engine, url } = await openEmpty()
    const first = allMigrations(engine)[FIRST]
    assert.ok(first)
    await migrate(db, engine, { [FIRST]: first })
    assert.deepEqual(
      (await shapeOf(db, engine)).map(({ name }) => name),
      firstRows.map(([table]) => table).toSorted(),
      'a row for each table of the first version',
    )
    for (const [table, row] of firstRows) await insert(db, table, row)

    const newest = await openDatabase(url)
    const fresh = await openEmpty()
    await migrate(fresh.db, engine)
    assert.deepEqual(await shapeOf(newest, engine), await shapeOf(fresh.db, engine))
    for (const [table, row] of firstRows) {
      const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(newest)
      const kept = rows.map((found) =>
        Object.fromEntries(Object.entries(found).filter(([column]) => column in row)),
      )
      assert.deepEqual(kept, [row], table)
    }
    await newest.destroy()
  })

  test('a step that fails leaves the shape and the rows as they were, with those of the steps before it', async () => {
    const { db, engine } = await openEmpty()
    await migrate(db, engine)
    await db.insertInto('settings').values({ key: 'k', value: '"v"' }).execute()
    const before = await shapeOf(db, engine)

    const steps: Migrations = {
      ...allMigrations(engine),
      '9998-goes-well': {
        up: async (db) => {
          await db.schema.createTable('extra').addColumn('id', 'text').execute()
        },
      },
      '9999-breaks-off': {
        up: async (db) => {
          await db.schema.alterTable('settings').addColumn('added', 'text').execute()
          await sql`update settings set value = 'lost'`.execute(db)
          throw new Error('the power of this step fails')
        },
      },
    }
    await assert.rejects(migrate(db, engine, steps), /newest shape/)
    assert.deepEqual(await shapeOf(db, engine), before)
    assert.deepEqual(await settings(db), [{ key: 'k', value: '"v"' }])

    await migrate(db, engine)
    assert.deepEqual(await settings(db), [{ key: 'k', value: '"v"' }])
  })

  test('a database that a newer Spotboard has worked on is refused with one sentence', async () => {
    const { db, engine, url } = await openEmpty()
    await migrate(db, engine, {
      ...allMigrations(engine),
      '9999-of-the-future': { up: () => Promise.resolve() },
    })
    const before = await shapeOf(db, engine)
    await assert.rejects(openDatabase(url), {
      code: 'environment',
      message:
        'DATABASE_URL names a database that a newer Spotboard has worked on (its step 9999-of-the-future is not known here): start that version, or name another database.',
    })
    assert.deepEqual(await shapeOf(db, engine), before)
  })
})

async function insert(
  db: Database,
  table: string,
  row: Record<string, string | number | null>,
): Promise<void> {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(
    db,
  )
}

async function settings(db: Database): Promise<object[]> {
  const { rows } = await sql<object>`select * from settings`.execute(db)
  return rows.map((row) => ({ ...row }))
}
