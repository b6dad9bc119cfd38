import 'server-only'
import * as z from 'zod/mini'
import { recordAct, type Actor } from '#lib/audit/record-act.ts'
import type { Database } from '#lib/database/open-database.ts'
import { after, now } from '#lib/runtime/clock.ts'
import { inTurn } from '#lib/runtime/in-turn.ts'
import { problem } from '#lib/runtime/problem.ts'
import { canonicalEmail, findAccount } from './accounts.ts'
import { isPassword } from './passwords.ts'
import { announceSessionEnd, beginSession, revokeSession, type Device } from './sessions.ts'
import { admitAttempt } from './sign-in-throttle.ts'

type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>

/** How long an address stays one that an account is known to use. */
const AT_HOME_MS = 30 * 24 * 60 * 60_000

/**
 * Other tabs that hear of the end of their session read the page anew: by then the browser has the cookie of the new
 * one, and they show its person instead of the sign-in page.
 */
const UNTIL_COOKIE_IS_THERE_MS = 1000

export interface SignInAttempt {
  email: string
  password: string
  device: Device
  /** The session that the browser had so far; it ends, since a sign-in begins a new one. */
  replaces: string | null
}

/**
 * Begins a session and answers its id. Whatever is wrong (no such account, the password, a deactivated account), the
 * caller is told the same; the trail says which. Attempts for one account from one address go one after the other:
 * side by side each would count as a guess until its password is known to be right.
 */
export function signIn(db: Database, attempt: SignInAttempt): Promise<string> {
  const pair = JSON.stringify([canonicalEmail(attempt.email), attempt.device.address])
  return inTurn(`sign-in ${pair}`, () => tryToSignIn(db, attempt))
}

async function tryToSignIn(db: Database, attempt: SignInAttempt): Promise<string> {
  const { device, replaces } = attempt
  const account = await findAccount(db, attempt.email)
  const succeed = admitAttempt({
    account: canonicalEmail(attempt.email),
    address: device.address ?? '',
    isAtHome: account !== undefined && (await isAtHome(db, account, device)),
  })
  const matches = await isPassword(account?.password_hash ?? null, attempt.password)
  if (!account || !matches || account.active !== 1) {
    const why = !account ? 'no such account' : matches ? 'deactivated' : 'password'
    await recordRefusal(db, attempt, account, why)
    throw problem('unauthenticated', { detail: 'The e-mail address or the password is wrong.' })
  }
  succeed()
  const sessionId = await db.transaction().execute(async (trx) => {
    const begun = await beginSession(trx, account.id, device)
    if (replaces !== null) await revokeSession(trx, replaces)
    await recordAct(trx, {
      actor: actorOf(account, device, begun),
      act: 'session.sign_in',
      subject: `staff ${account.id}`,
      outcome: 'done',
    })
    return begun
  })
  if (replaces !== null) after(UNTIL_COOKIE_IS_THERE_MS, () => announceSessionEnd(replaces))
  return sessionId
}

async function isAtHome(db: Database, account: Account, device: Device): Promise<boolean> {
  if (device.address === null) return false
  const earlier = await db
    .selectFrom('sessions')
    .select('id')
    .where('staff_id', '=', account.id)
    .where('address', '=', device.address)
    .where('created_at', '>', now() - AT_HOME_MS)
    .limit(1)
    .executeTakeFirst()
  return earlier !== undefined
}

async function recordRefusal(
  db: Database,
  { email, device }: SignInAttempt,
  account: Account | undefined,
  why: string,
): Promise<void> {
  await db.transaction().execute((trx) =>
    recordAct(trx, {
      actor: { staffId: null, name: 'Somebody', sessionId: null, address: device.address },
      act: 'session.sign_in',
      subject: account ? `staff ${account.id}` : 'staff',
      outcome: 'refused',
      // A password typed into the wrong field is not an e-mail address, and must not be kept (law 12).
      detail: { why, ...(account || !isEmail(email) ? {} : { email: canonicalEmail(email) }) },
    }),
  )
}

function isEmail(text: string): boolean {
  return z.safeParse(z.email(), text).success
}

function actorOf(account: Account, device: Device, sessionId: string): Actor {
  return { staffId: account.id, name: account.name, sessionId, address: device.address }
}
