import 'server-only'
import type { Transaction } from 'kysely'
import { matchKey } from '#contract/identifier.ts'
import { MOST_TABLES, type Table } from '#contract/table.ts'
import type { Schema } from '#lib/database/schema.ts'
import { now } from '#lib/runtime/clock.ts'
import { problem, type FieldError } from '#lib/runtime/problem.ts'
import { asTable, TABLES_VERSION } from './read-tables.ts'

/** What a table's code says. */
export interface Code {
  locationId: number
  identifier: string
}

/** A code that somebody wants for a table, and where it stands in what they sent. */
export interface WantedCode extends Code {
  path: string
  /** The table that wants it, where there is one already. */
  tableId?: string
}

/**
 * Takes the next version of the register. Each change does so first: the database lets one writer at a time have the
 * row, so whatever a change reads after it stays true until it is committed.
 */
export async function countUp(trx: Transaction<Schema>): Promise<number> {
  await trx
    .insertInto('settings')
    .values({ key: TABLES_VERSION, value: '0' })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  const { value } = await trx
    .selectFrom('settings')
    .select('value')
    .where('key', '=', TABLES_VERSION)
    .$if(trx.getExecutor().adapter.supportsMultipleConnections === true, (query) =>
      query.forUpdate(),
    )
    .executeTakeFirstOrThrow()
  const next = Number(value) + 1
  await trx
    .updateTable('settings')
    .set({ value: String(next) })
    .where('key', '=', TABLES_VERSION)
    .execute()
  return next
}

/**
 * Throws `conflict` where a code is another table's, or was and nobody has said that it is to be reused: people who
 * scan what was printed for the one must not be served at the other. `invalid` where two of the wanted are alike.
 */
export async function refuseTakenCodes(
  trx: Transaction<Schema>,
  wanted: readonly WantedCode[],
  reusesIdentifiers: boolean,
): Promise<void> {
  refuseTwins(wanted)
  const errors: FieldError[] = []
  const taken = new Map<string, Table>()
  let isOnlyFormer = true
  for (const code of wanted) {
    const holder = await presentHolder(trx, code)
    const former = holder ? undefined : await formerHolder(trx, code)
    const owner = holder ?? (reusesIdentifiers ? undefined : former)
    if (!owner) continue
    isOnlyFormer &&= holder === undefined
    taken.set(owner.id, owner)
    errors.push({ path: code.path, message: whyTaken(owner, holder !== undefined) })
  }
  if (errors.length === 0) return
  throw problem('conflict', {
    detail: errors[0]?.message ?? '',
    errors: errors.slice(0, 20),
    members: { taken: [...taken.values()].slice(0, 20), isFormer: isOnlyFormer },
  })
}

/** Remembers that these tables have these codes from now on. */
export async function keepCodes(
  trx: Transaction<Schema>,
  codes: readonly (Code & { tableId: string })[],
): Promise<void> {
  for (const { tableId, locationId, identifier } of codes) {
    const facts = { table_id: tableId, identifier, since: now() }
    await trx
      .insertInto('table_identifiers')
      .values({ location_id: locationId, match_key: matchKey(identifier), ...facts })
      .onConflict((conflict) => conflict.columns(['location_id', 'match_key']).doUpdateSet(facts))
      .execute()
  }
}

export async function refuseTooMany(trx: Transaction<Schema>, more: number): Promise<void> {
  const { count } = await trx
    .selectFrom('tables')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow()
  if (Number(count) + more <= MOST_TABLES) return
  throw problem('conflict', { detail: `A register has room for ${MOST_TABLES} tables.` })
}

function refuseTwins(wanted: readonly WantedCode[]): void {
  const seen = new Map<string, string>()
  const errors = wanted.flatMap(({ locationId, identifier, path }) => {
    const code = `${locationId}:${matchKey(identifier)}`
    const twin = seen.get(code)
    seen.set(code, path)
    return twin === undefined
      ? []
      : [{ path, message: 'is the same as another one here; letter case makes no difference' }]
  })
  if (errors.length > 0) throw problem('invalid', { errors: errors.slice(0, 20) })
}

async function presentHolder(
  trx: Transaction<Schema>,
  { locationId, identifier, tableId }: WantedCode,
): Promise<Table | undefined> {
  const row = await trx
    .selectFrom('tables')
    .selectAll()
    .where('location_id', '=', locationId)
    .where('match_key', '=', matchKey(identifier))
    .executeTakeFirst()
  return row === undefined || row.id === tableId ? undefined : asTable(row)
}

async function formerHolder(
  trx: Transaction<Schema>,
  { locationId, identifier, tableId }: WantedCode,
): Promise<Table | undefined> {
  const row = await trx
    .selectFrom('table_identifiers')
    .innerJoin('tables', 'tables.id', 'table_identifiers.table_id')
    .selectAll('tables')
    .where('table_identifiers.location_id', '=', locationId)
    .where('table_identifiers.match_key', '=', matchKey(identifier))
    .executeTakeFirst()
  return row === undefined || row.id === tableId ? undefined : asTable(row)
}

function whyTaken({ name, identifier, state }: Table, isPresent: boolean): string {
  if (!isPresent) return `was the identifier of ${name} before, whose old codes still lead to it`
  const which = name === identifier ? name : `${name} (${identifier})`
  return state === 'retired'
    ? `is the identifier of ${which}, which is retired and can be brought back`
    : `is the identifier of ${which} already; letter case makes no difference`
}
