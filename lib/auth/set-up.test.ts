import assert from 'node:assert/strict'
import { test } from 'node:test'
import { permissions } from '#contract/permission.ts'
import { firstBrokenRow } from '#lib/audit/record-act.ts'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import { demoAccounts, ensurePracticeAccounts } from './demo-accounts.ts'
import { isSetUp } from './installation.ts'
import { makeManager } from './make-manager.ts'
import { findSession } from './sessions.ts'
import { setUp } from './set-up.ts'
import { signIn } from './sign-in.ts'

Object.assign(process.env, {
  SESSION_SECRET: 's'.repeat(40),
  SETUP_TOKEN: 'a-token-for-this-test',
})

const device = { address: null, userAgent: null }
const asked = {
  token: 'a-token-for-this-test',
  name: 'Ona',
  email: 'Ona@cafe.test',
  password: 'correct horse battery',
}

/** The throttle counts by address for the whole process. */
let houses = 0

eachDatabase('setting up', (open) => {
  test('makes the first manager, who is signed in and can sign in again', async () => {
    const { db } = await open()
    assert.equal(await isSetUp(db), false)
    const session = await findSession(db, await setUp(db, asked, device))
    assert.deepEqual(session?.permissions, permissions)
    assert.equal(await isSetUp(db), true)
    const { email, password } = asked
    assert.ok(await signIn(db, { email, password, device, replaces: null }))
    const rows = await db.selectFrom('audit').selectAll().orderBy('sequence').execute()
    assert.deepEqual(
      rows.map((row) => [row.act, row.outcome, row.actor_name]),
      [
        ['installation.set_up', 'done', 'Ona'],
        ['session.sign_in', 'done', 'Ona'],
      ],
    )
    assert.equal(await firstBrokenRow(db), null)
  })

  test('happens once, also when two try at the same moment', async () => {
    const { db } = await open()
    const tries = await Promise.allSettled([
      setUp(db, asked, device),
      setUp(db, { ...asked, email: 'eve@evil.test' }, device),
    ])
    assert.deepEqual(tries.map((one) => one.status).toSorted(), ['fulfilled', 'rejected'])
    const lost = tries.find((one) => one.status === 'rejected')
    assert.equal(lost?.reason.code, 'conflict')
    await assert.rejects(setUp(db, { ...asked, email: 'eve@evil.test' }, device), {
      code: 'conflict',
    })
    assert.equal((await db.selectFrom('staff').selectAll().execute()).length, 1)
  })

  test('needs the token, and guessing it is slowed down', async () => {
    const { db } = await open()
    const guess = { ...asked, token: 'a-token-for-this-tesT' }
    houses += 1
    const from = { address: `10.1.${houses}.1`, userAgent: null }
    await assert.rejects(setUp(db, guess, from), { code: 'forbidden' })
    for (let count = 1; count < 5; count += 1) {
      await assert.rejects(setUp(db, { ...guess, token: '' }, from), { code: 'forbidden' })
    }
    await assert.rejects(setUp(db, asked, from), { code: 'too_many_requests' })
    assert.equal(await isSetUp(db), false)
    assert.equal((await db.selectFrom('staff').selectAll().execute()).length, 0)
    // Whoever has the token and another address is not kept out.
    assert.ok(await setUp(db, asked, { address: `10.1.${houses}.2`, userAgent: null }))
  })

  test('practice has its two accounts once, and cannot be claimed', async () => {
    const { db } = await open()
    await Promise.all([ensurePracticeAccounts(db), ensurePracticeAccounts(db)])
    await ensurePracticeAccounts(db)
    const staff = await db.selectFrom('staff').select(['email', 'role']).orderBy('email').execute()
    assert.deepEqual(
      staff.map((row) => [row.email, row.role]),
      [
        ['manager@spotboard.test', 'manager'],
        ['staff@spotboard.test', 'staff'],
      ],
    )
    for (const { email, password } of demoAccounts) {
      assert.ok(await signIn(db, { email, password, device, replaces: null }))
    }
    await assert.rejects(setUp(db, asked, device), { code: 'conflict' })
  })

  test('whoever is on the machine can make a manager, and the trail says so', async () => {
    const { db } = await open()
    const asked = { name: 'Rescue', email: 'rescue@cafe.test' }
    const password = await makeManager(db, asked)
    assert.ok(password)
    const session = await findSession(
      db,
      await signIn(db, { email: asked.email, password, device, replaces: null }),
    )
    assert.equal(session?.role, 'manager')
    assert.equal(await makeManager(db, asked), null)
    await assert.rejects(setUp(db, { ...asked, token: '', password: '' }, device), {
      code: 'conflict',
    })
    const [row] = await db.selectFrom('audit').selectAll().orderBy('sequence').execute()
    assert.equal(row?.act, 'staff.reset_manager')
    assert.doesNotMatch(JSON.stringify(row), new RegExp(password))
  })
})
