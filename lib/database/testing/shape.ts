import 'server-only'
import { sql } from 'kysely'
import type { Engine } from '../engine.ts'
import type { Database } from '../open-database.ts'

/** Tables, columns and indexes of a database, as far as they decide how it behaves. */
export async function shapeOf(db: Database, engine: Engine) {
  const tables = await db.introspection.getTables()
  const indexes = await indexesOf(db, engine)
  return tables
    .map(({ name, columns }) => ({
      name,
      columns: columns.toSorted((one, other) => one.name.localeCompare(other.name)),
      indexes: indexes.filter((index) => index.on === name).map(({ definition }) => definition),
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

async function indexesOf(db: Database, engine: Engine): Promise<Index[]> {
  const query =
    engine === 'sqlite'
      ? sql<Index>`select tbl_name as "on", coalesce(sql, name) as definition from sqlite_master where type = 'index' order by name`
      : sql<Index>`select tablename as "on", indexdef as definition from pg_indexes where schemaname = 'public' order by indexname`
  return (await query.execute(db)).rows
}

interface Index {
  on: string
  definition: string
}
