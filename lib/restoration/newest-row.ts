import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Database } from '#lib/database/open-database.ts'

/** The newest row of the trail that was seen on the disk. */
export const NewestRow = z.strictObject({ sequence: z.int(), hash: z.string() })
export type NewestRow = z.infer<typeof NewestRow>

const ID = 'id'

/** Names a database for ever, its backups included; made at the first start. */
export async function idOfDatabase(db: Database): Promise<string> {
  await db
    .insertInto('meta')
    .values({ key: ID, value: randomUUID() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  const { value } = await db
    .selectFrom('meta')
    .select('value')
    .where('key', '=', ID)
    .executeTakeFirstOrThrow()
  return value
}

export async function newestRowIn(db: Database): Promise<NewestRow | undefined> {
  return db
    .selectFrom('audit')
    .select(['sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** What was noted beside the database; undefined where nothing was, or nothing that can be read. */
export function notedRow(dataDir: string, databaseId: string): NewestRow | undefined {
  try {
    return z.parse(NewestRow, JSON.parse(readFileSync(pathOf(dataDir, databaseId), 'utf8')))
  } catch {
    return undefined
  }
}

/** Whole or not at all; a crash may leave the one before, which only knows less. */
export function noteRow(dataDir: string, databaseId: string, row: NewestRow): void {
  const path = pathOf(dataDir, databaseId)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(`${path}.new`, JSON.stringify(row), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

function pathOf(dataDir: string, databaseId: string): string {
  return join(dataDir, `newest-row-${databaseId}.json`)
}
