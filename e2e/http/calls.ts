import { address } from '#contract/address.ts'
import type { OrderDraft } from '#contract/order.ts'
import type { Permission } from '#contract/permission.ts'
import { defaultSheetChoice } from '#contract/code-sheet.ts'
import type { TableDraft } from '#contract/table.ts'
import { defaultView } from '#contract/view.ts'
import { accounts } from '../fixtures/sign-in.ts'
import { freshKey, ifMatch } from './person.ts'

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type Method = (typeof methods)[number]

/** One thing that can be asked of the API, in a form that would be carried out. */
export interface Call {
  method: Method
  path: string
  /** Who may ask it. */
  access: 'public' | 'outside' | 'signed_in' | Permission
  body?: object
  headers: Readonly<Record<string, string>>
}

export interface Ids {
  spotId: number
  orderId: string
  /** Of a table that is there; a stand-in without it. */
  tableId?: string
}

type Ask = [
  method: Method,
  access: Call['access'],
  body?: object | undefined,
  headers?: Call['headers'],
]

function at(path: string, ...asks: Ask[]): Call[] {
  return asks.map(([method, access, body, headers = {}]) => ({
    method,
    path,
    access,
    headers,
    ...(body === undefined ? {} : { body }),
  }))
}

/** A black pixel as PNG. */
export const DOT =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='

/** A day on which no test does anything. */
export const LONG_AGO = '2020-02-02'

/** Every call of every address. One that the contract has and this list has not does not compile. */
export function callsOf({
  spotId,
  orderId,
  tableId = orderId,
}: Ids): Record<keyof typeof address, Call[]> {
  const reason = 'They changed their mind'
  const setUp = { token: 'x', name: 'Rasa', email: 'rasa@spotboard.test', password: 'long enough' }
  const seen = ifMatch(1)
  return {
    session: at(
      address.session,
      ['GET', 'signed_in'],
      ['POST', 'public', accounts.staff],
      ['DELETE', 'signed_in'],
    ),
    setUp: at(address.setUp, ['POST', 'public', setUp]),
    view: at(address.view, ['GET', 'see_floor'], ['PUT', 'see_floor', defaultView]),
    going: at(address.going(spotId), ['POST', 'write_orders'], ['DELETE', 'write_orders']),
    floor: at(address.floor, ['GET', 'see_floor']),
    floorStream: at(address.floorStream, ['GET', 'see_floor']),
    spot: at(address.spot(spotId), ['GET', 'see_floor']),
    spotOrders: at(address.spotOrders(spotId), ['POST', 'write_orders', draft(350), freshKey()]),
    departure: at(address.departure(spotId), [
      'POST',
      'write_orders',
      { visitId: 'x', answer: 'gone' },
      ifMatch(0),
    ]),
    nobodyHere: at(address.nobodyHere(spotId), ['POST', 'close_spot']),
    closeSpot: at(
      address.closeSpot(spotId),
      ['POST', 'close_spot', { endsUnpaid: true }],
      ['DELETE', 'see_floor'],
    ),
    order: at(
      address.order(orderId),
      ['PUT', 'write_orders', { ...draft(1), reason }, { ...seen, ...freshKey() }],
      ['DELETE', 'lower_orders', { reason }, seen],
    ),
    confirmOrder: at(address.confirmOrder(orderId), ['POST', 'confirm_payment', {}, seen]),
    declineOrder: at(address.declineOrder(orderId), ['POST', 'decline_payment', { reason }]),
    settleOrder: at(address.settleOrder(orderId), ['POST', 'settle_order', { with: 'cash' }]),
    giveMoneyBack: at(address.giveMoneyBack(orderId), [
      'POST',
      'give_money_back',
      { amountMinor: 1, how: 'cash', reason },
      freshKey(),
    ]),
    splitOrder: at(address.splitOrder(orderId), [
      'POST',
      'write_orders',
      { evenly: 2 },
      { ...seen, ...freshKey() },
    ]),
    joinOrder: at(address.joinOrder(orderId), [
      'POST',
      'write_orders',
      { orderId, version: 1 },
      { ...seen, ...freshKey() },
    ]),
    moveOrder: at(address.moveOrder(orderId), [
      'POST',
      'write_orders',
      { spotId },
      { ...seen, ...freshKey() },
    ]),
    offerOrder: at(address.offerOrder(orderId), [
      'POST',
      'write_orders',
      undefined,
      { ...seen, ...freshKey() },
    ]),
    sendOrder: at(address.sendOrder(orderId), ['POST', 'write_orders']),
    keepOrder: at(address.keepOrder(orderId), ['POST', 'lower_orders']),
    deleteOrderNow: at(address.deleteOrderNow(orderId), ['POST', 'lower_orders']),
    codeOfOrder: at(address.codeOfOrder(orderId), ['GET', 'see_floor']),
    counter: at(address.counter, ['GET', 'see_floor']),
    counterOrders: at(address.counterOrders, ['POST', 'write_orders', draft(350), freshKey()]),
    scan: at(address.scan, ['POST', 'see_floor', { code: 'PAYSERA*3:TABLE1' }]),
    round: at(address.round, ['GET', 'edit_tables'], ['POST', 'edit_tables']),
    checkTable: at(address.checkTable(tableId), ['POST', 'edit_tables', { says: 'PAYSERA*3:T1' }]),
    strangerBurst: at(address.strangerBurst, ['POST', 'close_spot', { id: 'x' }]),
    unsettled: at(address.unsettled, ['GET', 'see_floor']),
    restoration: at(address.restoration, ['GET', 'see_floor'], ['POST', 'settle_differences']),
    differences: at(address.differences, ['GET', 'see_floor']),
    lookAtDifference: at(address.lookAtDifference(orderId), ['POST', 'confirm_payment']),
    adoptDifference: at(address.adoptDifference(orderId), ['POST', 'settle_differences']),
    explainDifference: at(address.explainDifference(orderId), [
      'POST',
      'settle_differences',
      { reason },
    ]),
    day: at(address.day(LONG_AGO), ['GET', 'see_reports']),
    dayPayments: at(address.dayPayments(LONG_AGO), ['GET', 'see_reports']),
    closeDay: at(address.closeDay(LONG_AGO), ['POST', 'close_day', { reasons: [] }]),
    payments: at(address.payments, ['GET', 'see_floor']),
    tables: at(
      address.tables,
      ['GET', 'edit_tables'],
      ['POST', 'edit_tables', { tables: [elsewhere(tableDraft(tableId))] }],
      ['PATCH', 'edit_tables', { tables: [{ id: tableId, version: 1 }], area: 'Terrace' }],
    ),
    orderOfTables: at(address.orderOfTables, ['PUT', 'edit_tables', { ids: [tableId] }, seen]),
    table: at(
      address.table(tableId),
      ['GET', 'edit_tables'],
      ['PATCH', 'edit_tables', { name: 'By the window' }, seen],
    ),
    codes: at(address.codes, ['GET', 'edit_tables'], ['PUT', 'edit_tables', defaultSheetChoice]),
    codesLogo: at(
      address.codesLogo,
      ['PUT', 'edit_tables', { content: DOT }],
      ['DELETE', 'edit_tables'],
    ),
    codesPdf: at(address.codesPdf, ['GET', 'edit_tables']),
    codeAsSvg: at(address.codeAsSvg(tableId), ['GET', 'edit_tables']),
    codeAsPng: at(address.codeAsPng(tableId), ['GET', 'edit_tables']),
    unregistered: at(address.unregistered, ['GET', 'edit_tables']),
    exportTables: at(address.exportTables, ['GET', 'edit_tables']),
    importTables: at(address.importTables, ['POST', 'edit_tables', undefined, seen]),
    previewImport: at(address.previewImport, ['POST', 'edit_tables']),
    tab: at(
      address.tab(tableId),
      ['GET', 'see_floor'],
      ['PUT', 'write_orders', draft(350), ifMatch(0)],
    ),
    sendTab: at(address.sendTab(tableId), [
      'POST',
      'write_orders',
      undefined,
      { ...seen, ...freshKey() },
    ]),
    settleTab: at(address.settleTab(tableId), [
      'POST',
      'settle_order',
      { with: 'cash' },
      { ...seen, ...freshKey() },
    ]),
    settings: at(
      address.settings,
      ['GET', 'see_floor'],
      ['PUT', 'edit_settings', { undoSeconds: 0 }],
    ),
    menu: at(address.menu, ['GET', 'see_floor'], ['PUT', 'edit_menu', { items: [] }, seen]),
    walletCallback: at(address.walletCallback, ['POST', 'outside']),
    health: at(address.health, ['GET', 'public']),
    ready: at(address.ready, ['GET', 'public']),
  }
}

/** A table as a manager registers it. */
export function tableDraft(identifier: string, name = identifier.slice(0, 40)): TableDraft {
  return { locationId: 3, identifier, name, area: null, seats: null }
}

/** The same in a location that no guest of these tests is at, where it makes no stranger of anybody (law 7). */
export function elsewhere(table: TableDraft): TableDraft {
  return { ...table, locationId: 9 }
}

export function isReading({ method }: Pick<Call, 'method'>): boolean {
  return method === 'GET'
}

export function draft(unitPriceMinor: number, quantity = 1): OrderDraft {
  return { lines: [{ title: 'Latte', quantity, unitPriceMinor }], currency: 'EUR' }
}
