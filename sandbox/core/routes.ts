import type { Call, SignedCall } from './call.ts'
import { merchantOf } from './callers.ts'
import { meaningOf, unwrapped } from './codes.ts'
import { invalidParameters, invalidState, notFound } from './errors.ts'
import type { Part } from './fields.ts'
import { dropToken, grantToken } from './guests.ts'
import {
  clientLocations,
  clientView,
  getProject,
  payCategoryList,
  projectLocations,
  publicLocations,
  scopeOf,
  serverTime,
} from './locations.ts'
import { orderView } from './order-view.ts'
import { createOrder, deleteOrder, editOrder, ownOrder, readableOrder } from './orders.ts'
import { readPayer, readReductions } from './payment-input.ts'
import { spotView } from './spot-view.ts'
import {
  checkIn,
  checkOut,
  closeSpot,
  listSpots,
  ownSpot,
  requireVisible,
  spotById,
  spotOfCode,
} from './spots.ts'
import type { Transaction } from './state.ts'
import { readTransaction } from './transaction-input.ts'
import { listTransactions } from './transaction-list.ts'
import { transactionView } from './transaction-view.ts'
import {
  confirmTransaction,
  createTransaction,
  readableTransaction,
  renewTransaction,
  reserveTransaction,
  revokeTransaction,
} from './transactions.ts'
import { shownNowS, type World } from './world.ts'

type Values = readonly (string | undefined)[]
type Run<Of extends Call> = (world: World, call: Of, values: Values) => Part | undefined

interface RouteAddress {
  method: string
  /** Such as `/rest/v1/spot/:id/close`. */
  template: string
  segments: readonly string[]
  takesForm: boolean
}

export type Route = RouteAddress &
  ({ access: 'open'; run: Run<Call> } | { access: 'signed'; run: Run<SignedCall> })

function address(methodAndTemplate: string): RouteAddress {
  const [method = '', template = ''] = methodAndTemplate.split(' ')
  const takesForm = template.startsWith('/oauth/')
  return { method, template, segments: template.split('/'), takesForm }
}

const open = (where: string, run: Run<Call>): Route => ({
  ...address(where),
  access: 'open',
  run,
})

const signed = (where: string, run: Run<SignedCall>): Route => ({
  ...address(where),
  access: 'signed',
  run,
})

export const routes: readonly Route[] = [
  open('GET /rest/v1/server', serverTime),
  open('GET /rest/v1/locations', (world, { query }) => publicLocations(world, query)),
  open('GET /rest/v1/locations/pay-categories', payCategoryList),

  signed('GET /rest/v1/client', (world, { caller }) => clientView(world, caller)),
  signed('GET /rest/v1/client/locations', (world, call) =>
    clientLocations(world, call.caller, call),
  ),
  signed('GET /rest/v1/project/:id', (world, { caller }, [id]) =>
    getProject(world, caller, numberIn(id)),
  ),
  signed('GET /rest/v1/project/:id/locations', (world, { caller, query }, [id]) =>
    projectLocations(world, caller, numberIn(id), query),
  ),

  signed('GET /rest/v1/code', (world, { caller, query }) =>
    meaningOf(world, caller, codeIn(query)),
  ),
  signed('GET /rest/v1/spot', (world, { caller, query }) => {
    const spot = spotOfCode(world, unwrapped(codeIn(query)))
    requireVisible(world, caller, spot)
    return spotView(world, caller, spot)
  }),
  signed('GET /rest/v1/spots', (world, call) => listSpots(world, call.caller, call)),
  signed('GET /rest/v1/spot/:id', (world, { caller }, [id]) => {
    const spot = spotById(world, numberIn(id))
    requireVisible(world, caller, spot)
    return spotView(world, caller, spot)
  }),
  signed('PUT /rest/v1/spot/:id/check-in', (world, { caller }, [id]) =>
    spotView(world, caller, checkIn(world, caller, spotById(world, numberIn(id)))),
  ),
  signed('PUT /rest/v1/spot/:id/check-out', (world, { caller }, [id]) =>
    spotView(world, caller, checkOut(world, caller, spotById(world, numberIn(id)))),
  ),
  signed('PUT /rest/v1/spot/:id/close', close),
  signed('DELETE /rest/v1/spot/:id', close),

  signed('POST /rest/v1/spot/:id/order', (world, { caller, body, ext }, [id]) => {
    const spot = ownSpot(world, caller, numberIn(id))
    return orderView(world, createOrder(world, caller, spot, body, ext))
  }),
  signed('GET /rest/v1/order/:id', (world, { caller }, [id]) =>
    orderView(world, readableOrder(world, caller, numberIn(id))),
  ),
  signed('PUT /rest/v1/order/:id', (world, { caller, body, ext }, [id]) => {
    const order = ownOrder(world, caller, numberIn(id))
    return orderView(world, editOrder(world, caller, order, body, ext))
  }),
  signed('DELETE /rest/v1/order/:id', (world, { caller }, [id]) =>
    orderView(world, deleteOrder(world, ownOrder(world, caller, numberIn(id)))),
  ),

  signed('POST /rest/v1/transaction', (world, { caller, body, ext }) => {
    const client = merchantOf(caller)
    const input = readTransaction(body, world.state.settings.strictKeys, shownNowS(world))
    const scope = scopeOf(world, client, ext, input)
    return transactionView(world, createTransaction(world, input, scope))
  }),
  signed('GET /rest/v1/transactions', (world, call) => listTransactions(world, call.caller, call)),
  signed('GET /rest/v1/transaction/:key', (world, { caller }, [key]) =>
    transactionView(world, readableTransaction(world, caller, key ?? '')),
  ),
  signed('PUT /rest/v1/transaction/:key/confirm', (world, call, [key]) => {
    const transaction = ownTransaction(world, call, key)
    const { strictKeys } = world.state.settings
    const lowered = readReductions(transaction, call.body, strictKeys)
    return transactionView(world, confirmTransaction(world, transaction, lowered))
  }),
  signed('DELETE /rest/v1/transaction/:key', (world, call, [key]) =>
    transactionView(world, revokeTransaction(world, ownTransaction(world, call, key))),
  ),
  signed('POST /rest/v1/transaction/renew/:key', (world, call, [key]) =>
    transactionView(world, renewTransaction(world, ownTransaction(world, call, key))),
  ),
  signed('PUT /rest/v1/transaction/:key/notify', (world, call, [key]) => {
    const transaction = ownTransaction(world, call, key)
    if (transaction.status !== 'confirmed') throw invalidState('Only after it was confirmed')
    return transactionView(world, transaction)
  }),
  signed('PUT /rest/v1/transaction/:key/reserve', reserve),
  signed('POST /rest/v1/transaction/:key/reserve', reserve),
  signed('PUT /rest/v1/transaction/:key/reserve/:wallet', reserve),
  signed('POST /rest/v1/transaction/:key/reserve/:wallet', reserve),

  signed('POST /oauth/v1/token', (world, { caller, form }) => {
    merchantOf(caller)
    return grantToken(world, form)
  }),
  signed('DELETE /oauth/v1/token', (world, { caller, query }) => {
    merchantOf(caller)
    dropToken(world, query.get('access_token'))
    return undefined
  }),
]

function close(world: World, { caller }: SignedCall, [id]: Values): Part {
  return spotView(world, caller, closeSpot(world, ownSpot(world, caller, numberIn(id))))
}

function reserve(world: World, call: SignedCall, [key, wallet]: Values): Part {
  const guest = readPayer(call.caller, wallet, call.body, world.state.settings.strictKeys)
  return transactionView(world, reserveTransaction(world, guest, key ?? ''))
}

function ownTransaction(world: World, call: SignedCall, key: string | undefined): Transaction {
  merchantOf(call.caller)
  return readableTransaction(world, call.caller, key ?? '')
}

function numberIn(segment: string | undefined): number {
  if (!segment || !/^\d{1,15}$/.test(segment)) throw notFound('There is no such resource')
  return Number(segment)
}

function codeIn(query: URLSearchParams): string {
  const code = query.get('code')
  if (!code) throw invalidParameters('Key code is required', 'code')
  return code
}
