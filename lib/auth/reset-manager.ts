import 'server-only'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import * as z from 'zod/mini'
import { SetUp } from '#contract/session.ts'
import { claimForMode, markOf, openDatabase } from '#lib/database/open-database.ts'
import { environment } from '#lib/runtime/environment.ts'
import { EnvironmentError } from '#lib/runtime/read-variables.ts'
import { makeManager, type NewManager } from './make-manager.ts'

/** `npm run reset-manager`: for a house whose managers are all locked out. Works while the dashboard runs. */
const Asked = z.pick(SetUp, { name: true, email: true })

async function main(): Promise<void> {
  const asked = Asked.safeParse(await ask())
  if (!asked.success) {
    return fail('A manager needs a name and an e-mail address, and both must be valid.')
  }
  const { databaseUrl, mode } = environment()
  // Without the dashboard's hold on the database.
  const db = await openDatabase(databaseUrl)
  try {
    if ((await markOf(db)) === undefined) throw neverStarted()
    await claimForMode(db, mode)
    const password = await makeManager(db, asked.data)
    if (password === null) return fail('This e-mail address has an account already.')
    process.stdout.write(
      `Manager ${asked.data.email} can sign in now with the password ${password}\n` +
        'It is shown this once. The activity trail says that this account was made here.\n' +
        (mode === 'practice' ? 'It opens the practice floor, where no money is real.\n' : ''),
    )
  } finally {
    await db.destroy()
  }
}

function neverStarted(): Error {
  return new EnvironmentError(
    'DATABASE_URL must name a database that Spotboard has started on before: give this command the settings that the dashboard runs with.',
  )
}

async function ask(): Promise<NewManager> {
  const { values } = parseArgs({
    options: { name: { type: 'string' }, email: { type: 'string' } },
  })
  const input = createInterface({ input: process.stdin })
  const lines = input[Symbol.asyncIterator]()
  const line = async (prompt: string): Promise<string> => {
    process.stdout.write(prompt)
    const { done, value } = await lines.next()
    return done ? '' : value
  }
  try {
    return {
      name: values.name ?? (await line('Name of the manager: ')),
      email: values.email ?? (await line('E-mail address: ')),
    }
  } finally {
    input.close()
  }
}

function fail(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}

/** These say in one sentence what the person at the machine can do about them. */
function isForPeople(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'environment' || String(error.code).startsWith('ERR_PARSE_ARGS_'))
  )
}

try {
  await main()
} catch (error) {
  if (!isForPeople(error)) throw error
  fail(error.message)
}
