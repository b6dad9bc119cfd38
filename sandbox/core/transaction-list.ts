import { merchantOf, type Caller } from './callers.ts'
import { View } from './fields.ts'
import { scopeOf } from './locations.ts'
import { integerParameter, listParameter, paged, type Parameters } from './query.ts'
import { transactionView } from './transaction-view.ts'
import { all, type World } from './world.ts'

const documentedStatuses = new Set([
  'new',
  'waiting',
  'waiting_funds',
  'waiting_registration',
  'waiting_password',
  'reserved',
  'confirmed',
  'rejected',
  'revoked',
  'deleted',
  'failed',
])

/** Newest first; `from` and `to` both include their second. */
export function listTransactions(world: World, caller: Caller, parameters: Parameters): View {
  const { query, ext } = parameters
  const scope = scopeOf(world, merchantOf(caller), ext, {
    projectId: integerParameter(query, 'project_id'),
    locationId: integerParameter(query, 'location_id'),
  })
  const statuses = listParameter(query, 'status', documentedStatuses)
  const wallet = integerParameter(query, 'wallet')
  const from = integerParameter(query, 'from') ?? 0
  const to = integerParameter(query, 'to') ?? Infinity
  const found = all(world, 'transactions').filter(
    (transaction) =>
      transaction.projectId === scope.projectId &&
      (scope.locationId === null || transaction.locationId === scope.locationId) &&
      (statuses === undefined || statuses.includes(transaction.status)) &&
      (wallet === undefined || transaction.payerWalletId === wallet) &&
      transaction.createdAtS >= from &&
      transaction.createdAtS <= to,
  )
  const { page, metadata } = paged(found.toReversed(), query)
  return new View({
    transactions: page.map((transaction) => transactionView(world, transaction)),
    _metadata: metadata,
  })
}
