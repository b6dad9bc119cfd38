import 'server-only'
import { matchKey, Register } from '#contract/identifier.ts'
import { readCode, type Scanned } from '#contract/scan.ts'
import type { CodedSpot } from '#contract/table-code.ts'
import { UNSEEN, visibleText } from '#contract/text.ts'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import { keyOfTable } from '#lib/floor/dress-tile.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { readTables } from '#lib/tables/read-tables.ts'

/** As much of a text that is no code of ours as helps to recognise it. */
const SHOWN_CHARACTERS = 200

/** Where a code leads, from what Spotboard knows already: scanning costs no call of the wallet's budget (law 8). */
export async function lookUpCode(code: string): Promise<Scanned> {
  const read = readCode(code)
  if (read.kind === 'spot') return spotOf(read)
  const name = visibleText(code, SHOWN_CHARACTERS)
  if (read.kind === 'other') return { kind: 'other', name }
  const spotId = await spotOfOrder(await database(), read.transactionKey)
  if (spotId === undefined) return { kind: 'foreign', name }
  const floor = await liveFloor()
  const spot = floor.spot(spotId)
  return { kind: 'order', name: spot ? floor.nameOf(spot) : name, spotId }
}

async function spotOf(coded: CodedSpot): Promise<Scanned> {
  const db = await database()
  const { tables, locations } = await readTables(db)
  const name = visibleText(coded.identifier.trim())
  if (!locations.some(({ id }) => id === coded.locationId)) return { kind: 'foreign', name }

  const { tiles } = (await liveFloor()).hub.current()
  const register = new Register(tables.filter(({ state }) => state !== 'retired'))
  const table = register.tableOf(coded)
  if (table) {
    const known = { name: table.name, tableId: table.id }
    const spotId = tiles.find(({ key }) => key === keyOfTable(table.id))?.spot?.id
    return spotId === undefined
      ? { kind: 'unscanned', ...known }
      : { kind: 'table', ...known, spotId }
  }

  const key = matchKey(coded.identifier)
  const spot = tiles.find(
    ({ spot }) =>
      spot?.identifier != null &&
      matchKey(spot.identifier) === key &&
      // The wallet does not always say it, and then nothing speaks against this spot.
      (spot.locationId ?? coded.locationId) === coded.locationId,
  )?.spot
  const found = { name, ...(spot && { spotId: spot.id }) }
  if (!register.isStranger(coded)) return { kind: spot ? 'table' : 'unscanned', ...found }
  const wasOf = await formerTable(db, coded)
  return { kind: 'stranger', ...found, ...(wasOf !== undefined && { wasOf }) }
}

/** The table whose old code this is, or one that is retired. */
async function formerTable(db: Database, coded: CodedSpot): Promise<string | undefined> {
  // No registered identifier has such characters, and PostgreSQL takes no NUL even in a question.
  if (UNSEEN.test(coded.identifier)) return undefined
  const row = await db
    .selectFrom('table_identifiers')
    .innerJoin('tables', 'tables.id', 'table_identifiers.table_id')
    .select('tables.name')
    .where('table_identifiers.location_id', '=', coded.locationId)
    .where('table_identifiers.match_key', '=', matchKey(coded.identifier))
    .executeTakeFirst()
  return row?.name
}

/** Where an order is now that was ever offered under this key. */
async function spotOfOrder(db: Database, transactionKey: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('order_transactions')
    .innerJoin('orders', 'orders.id', 'order_transactions.order_id')
    .select('orders.spot_id')
    .where('order_transactions.transaction_key', '=', transactionKey)
    .executeTakeFirst()
  return row?.spot_id
}
