import 'server-only'
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { Tile } from '#contract/floor.ts'
import type { OrderDraft } from '#contract/order.ts'
import type { Tab, TabDraft, TabSettlement } from '#contract/tab.ts'
import type { Permission } from '#contract/permission.ts'
import { database } from '#lib/database/connection.ts'
import { liveFloor } from '#lib/floor/live-floor.ts'
import { readSpot } from '#lib/floor/read-spots.ts'
import type { House } from '#lib/floor/testing/house.ts'
import { draft, manager, waiter } from '#lib/orders/testing/evening.ts'
import { addTables } from '#lib/tables/add-tables.ts'
import { shown } from '#lib/tables/shown.ts'
import { readTab } from '../held-tab.ts'
import { keepTab } from '../keep-tab.ts'
import { sendTab } from '../send-tab.ts'
import { settleTab } from '../settle-tab.ts'

type Person = Pick<typeof waiter, 'actor'> & { may: (permission: Permission) => boolean }

export const nothing: TabDraft = { lines: [], currency: 'EUR' }

/** A registered table of a test, where nobody has scanned the code yet. */
export class KeptTable {
  readonly tableId: string
  readonly #house: House
  readonly #identifier: string

  private constructor(house: House, identifier: string, tableId: string) {
    this.#house = house
    this.#identifier = identifier
    this.tableId = tableId
  }

  static async register(house: House, identifier: string): Promise<KeptTable> {
    const table = { locationId: 3, identifier, name: identifier, area: null, seats: null }
    const { tables } = await shown(addTables(await database(), manager.actor, { tables: [table] }))
    const added = tables.find((one) => one.identifier === identifier)
    assert.ok(added)
    return new KeptTable(house, identifier, added.id)
  }

  /** A guest checks in, which Spotboard sees. */
  async scan(guest = `guest at ${this.#identifier}`): Promise<number> {
    const spotId = await this.#house.scan(guest, this.#identifier)
    await readSpot(spotId, 'person')
    return spotId
  }

  /** Keeps on top of the version that this person saw, by default the present one. */
  async keep(wanted: OrderDraft | TabDraft = draft(450), version?: number): Promise<Tab> {
    const expectedVersion = version ?? (await this.tab()).version
    return keepTab({ tableId: this.tableId, draft: wanted, expectedVersion, ...waiter })
  }

  send(expectedVersion: number, intentId: string = randomUUID(), who: Person = waiter) {
    return sendTab({ tableId: this.tableId, expectedVersion, intentId, ...who })
  }

  settle(
    expectedVersion: number,
    how: TabSettlement['with'] = 'cash',
    intentId: string = randomUUID(),
  ) {
    const settlement = { with: how }
    return settleTab({ tableId: this.tableId, expectedVersion, intentId, settlement, ...waiter })
  }

  async tab(): Promise<Tab> {
    return readTab(await database(), this.tableId)
  }

  async tile(): Promise<Tile> {
    const { tiles } = (await liveFloor()).hub.current()
    const tile = tiles.find((one) => one.key === `t${this.tableId}`)
    assert.ok(tile)
    return tile
  }

  /** What the trail says of the tab, in order. */
  async trail(): Promise<string[]> {
    const db = await database()
    const rows = await db
      .selectFrom('audit')
      .select('act')
      .where('subject', '=', `table ${this.tableId}`)
      .where('act', 'not in', ['table.add', 'table.change'])
      .orderBy('sequence')
      .execute()
    return rows.map(({ act }) => act)
  }
}
