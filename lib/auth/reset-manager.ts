import 'server-only'
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { SetUp } from '#contract/session.ts'
import { recordAct } from '#lib/audit/record-act.ts'
import { claimForMode, openDatabase, type Database } from '#lib/database/open-database.ts'
import { environment } from '#lib/runtime/environment.ts'
import { addAccount } from './accounts.ts'
import { claimInstallation } from './installation.ts'
import { hashPassword } from './passwords.ts'

const NewManager = z.pick(SetUp, { name: true, email: true })

/** Makes a manager account for somebody who is on the machine itself, and answers its password, or null. */
export async function makeManager(
  db: Database,
  { name, email }: z.infer<typeof NewManager>,
): Promise<string | null> {
  const password = randomBytes(12).toString('base64url')
  const passwordHash = await hashPassword(password)
  return db.transaction().execute(async (trx) => {
    await claimInstallation(trx)
    const staffId = await addAccount(trx, { name, email, passwordHash, role: 'manager' })
    if (staffId === null) return null
    await recordAct(trx, {
      actor: {
        staffId: null,
        name: 'Somebody on the machine (reset-manager)',
        sessionId: null,
        address: null,
      },
      act: 'staff.reset_manager',
      subject: `staff ${staffId}`,
      outcome: 'done',
      detail: { name, email },
    })
    return password
  })
}

async function main(): Promise<void> {
  const asked = NewManager.safeParse(await ask())
  if (!asked.success) {
    return fail('A manager needs a name and an e-mail address, and both must be valid.')
  }
  const { databaseUrl, mode } = environment()
  // Without the dashboard's hold on the database, so that this works while it runs.
  const db = await openDatabase(databaseUrl)
  try {
    await claimForMode(db, mode)
    const password = await makeManager(db, asked.data)
    if (password === null) return fail('This e-mail address has an account already.')
    process.stdout.write(
      `Manager ${asked.data.email} can sign in now with the password ${password}\n` +
        'It is shown this once. The activity trail says that this account was made here.\n',
    )
  } finally {
    await db.destroy()
  }
}

async function ask(): Promise<{ name: string; email: string }> {
  const { values } = parseArgs({
    options: { name: { type: 'string' }, email: { type: 'string' } },
  })
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return {
      name: values.name ?? (await lines.question('Name of the manager: ')),
      email: values.email ?? (await lines.question('E-mail address: ')),
    }
  } finally {
    lines.close()
  }
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}

if (import.meta.main) {
  try {
    await main()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'environment')) throw error
    fail(error.message)
  }
}
