import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { firstBrokenRow } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { eachDatabase } from '#lib/database/testing/databases.ts'
import { addAccount } from './accounts.ts'
import { hashPassword } from './passwords.ts'
import { findSession, onSessionEnds } from './sessions.ts'
import { signIn, type SignInAttempt } from './sign-in.ts'
import { signOut } from './sign-out.ts'

const password = 'correct horse'
const wrong = { code: 'unauthenticated', detail: 'The e-mail address or the password is wrong.' }

/** Every test has a house of its own, since the throttle counts for the whole process. */
let houses = 0
function house() {
  houses += 1
  return {
    attempt: (changes: Partial<SignInAttempt> = {}): SignInAttempt => ({
      email: 'ona@cafe.test',
      password,
      device: { address: `10.0.0.${houses}`, userAgent: 'test' },
      replaces: null,
      ...changes,
    }),
  }
}

async function withStaff(db: Database, name: string, active = 1): Promise<string> {
  const email = `${name.toLowerCase()}@cafe.test`
  const passwordHash = await hashPassword(password)
  const id = await db
    .transaction()
    .execute((trx) => addAccount(trx, { name, email, passwordHash, role: 'staff' }))
  assert.ok(id)
  await db.updateTable('staff').set({ active }).where('id', '=', id).execute()
  return id
}

function endOf(sessionId: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = onSessionEnds((ended) => {
      if (ended !== sessionId) return
      stop()
      resolve()
    })
  })
}

async function trail(db: Database) {
  assert.equal(await firstBrokenRow(db), null)
  const rows = await db.selectFrom('audit').selectAll().orderBy('sequence').execute()
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) }))
}

eachDatabase('signing in', (open) => {
  test("begins a session of one's own, written in the trail", async () => {
    const { db } = await open()
    const staffId = await withStaff(db, 'Ona')
    const { attempt } = house()
    const sessionId = await signIn(db, attempt({ email: '  ONA@cafe.Test ' }))
    const session = await findSession(db, sessionId)
    assert.equal(session?.staffId, staffId)
    assert.equal(session?.role, 'staff')
    assert.equal(session?.permissions.includes('edit_menu'), false)
    const [row] = await trail(db)
    assert.equal(row?.act, 'session.sign_in')
    assert.equal(row?.outcome, 'done')
    assert.equal(row?.actor_id, staffId)
    assert.equal(row?.session_id, sessionId)
    assert.equal(row?.address, attempt().device.address)
  })

  test('is refused in the same words whatever is wrong, and the trail says what', async () => {
    const { db } = await open()
    await withStaff(db, 'Ona')
    await withStaff(db, 'Petras', 0)
    const { attempt } = house()
    await assert.rejects(signIn(db, attempt({ password: 'wrong' })), wrong)
    await assert.rejects(signIn(db, attempt({ email: 'nobody@cafe.test' })), wrong)
    await assert.rejects(signIn(db, attempt({ email: 'petras@cafe.test' })), wrong)
    const rows = await trail(db)
    assert.deepEqual(
      rows.map((row) => [row.outcome, row.detail.why]),
      [
        ['refused', 'password'],
        ['refused', 'no such account'],
        ['refused', 'deactivated'],
      ],
    )
    assert.equal(rows[1]?.detail.email, 'nobody@cafe.test')
    assert.equal((await db.selectFrom('sessions').selectAll().execute()).length, 0)
  })

  test('law 12: a password typed into the wrong field is not kept', async () => {
    const { db } = await open()
    const { attempt } = house()
    await assert.rejects(signIn(db, attempt({ email: 'correct horse', password: 'x' })), wrong)
    assert.doesNotMatch(JSON.stringify(await trail(db)), /correct horse/)
  })

  test('takes as long for an account that does not exist', async () => {
    const { db } = await open()
    await withStaff(db, 'Rasa')
    const { attempt } = house()
    const timed = async (email: string) => {
      const start = performance.now()
      await assert.rejects(signIn(db, attempt({ email, password: 'wrong' })))
      return performance.now() - start
    }
    let [known, unknown] = [Infinity, Infinity]
    // By turns, so that a busy machine slows both.
    for (let round = 1; round <= 4; round += 1) {
      known = Math.min(known, await timed('rasa@cafe.test'))
      unknown = Math.min(unknown, await timed('nobody@cafe.test'))
    }
    assert.ok(unknown > known / 3, `${unknown} ms against ${known} ms`)
  })

  test('ends the session that the browser had, and its open streams hear of it', async () => {
    const { db } = await open()
    await withStaff(db, 'Ona')
    const { attempt } = house()
    const first = await signIn(db, attempt())
    const ended = endOf(first)
    const second = await signIn(db, attempt({ replaces: first }))
    await ended
    assert.notEqual(second, first)
    assert.equal(await findSession(db, first), null)
    assert.ok(await findSession(db, second))
  })

  test('on two devices at once gives two sessions', async () => {
    const { db } = await open()
    await withStaff(db, 'Ona')
    const { attempt } = house()
    const [one, two] = await Promise.all([signIn(db, attempt()), signIn(db, attempt())])
    assert.notEqual(one, two)
    assert.ok((await findSession(db, one)) && (await findSession(db, two)))
    assert.equal((await trail(db)).length, 2)
  })

  test('on all devices of a house at once signs all of them in', async () => {
    const { db } = await open()
    await withStaff(db, 'Ona')
    const { attempt } = house()
    const sessions = await Promise.all(Array.from({ length: 12 }, () => signIn(db, attempt())))
    assert.equal(new Set(sessions).size, 12)
  })

  test('signing out ends the session for every copy of its cookie', async () => {
    const { db } = await open()
    const staffId = await withStaff(db, 'Ona')
    const { attempt } = house()
    const sessionId = await signIn(db, attempt())
    const ended = endOf(sessionId)
    await signOut(db, { staffId, name: 'Ona', sessionId, address: null }, sessionId)
    await ended
    assert.equal(await findSession(db, sessionId), null)
    assert.equal((await trail(db)).at(-1)?.act, 'session.sign_out')
  })

  test('guessing is slowed down, side by side too, and a pause ends it', async () => {
    const { db } = await open()
    await withStaff(db, 'Ona')
    await withStaff(db, 'Petras')
    const { attempt } = house()
    mock.timers.enable({ apis: ['Date'], now: Date.now() })
    try {
      const guesses = await Promise.allSettled(
        Array.from({ length: 8 }, () => signIn(db, attempt({ password: 'wrong' }))),
      )
      const codes = guesses.map((guess) => guess.status === 'rejected' && guess.reason.code)
      assert.equal(codes.filter((code) => code === 'unauthenticated').length, 5)
      assert.equal(codes.filter((code) => code === 'too_many_requests').length, 3)
      await assert.rejects(signIn(db, attempt()), { code: 'too_many_requests', retryAfterS: 30 })
      assert.ok(await signIn(db, attempt({ email: 'petras@cafe.test' })))
      mock.timers.tick(30_000)
      assert.ok(await signIn(db, attempt()))
    } finally {
      mock.timers.reset()
    }
  })

  test('an attack from within the house stops strangers, not those who work there', async () => {
    const { db } = await open()
    await withStaff(db, 'Ona')
    await withStaff(db, 'Petras')
    const { attempt } = house()
    await signIn(db, attempt())
    const guesses = await Promise.allSettled(
      Array.from({ length: 40 }, async (_, index) =>
        signIn(db, attempt({ email: `guess${index}@cafe.test` })),
      ),
    )
    assert.ok(
      guesses.some(
        (guess) => guess.status === 'rejected' && guess.reason.code === 'too_many_requests',
      ),
    )
    await assert.rejects(signIn(db, attempt({ email: 'petras@cafe.test' })), {
      code: 'too_many_requests',
    })
    assert.ok(await signIn(db, attempt()))
  })
})
