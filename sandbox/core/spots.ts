import { locationById, merchantOf, owns, partyOf, requireOwn, type Caller } from './callers.ts'
import { forbidden, invalidParameters, notFound } from './errors.ts'
import { View } from './fields.ts'
import { scopeOf } from './locations.ts'
import { orderStatus } from './order-view.ts'
import { integerParameter, paged, type Parameters } from './query.ts'
import { shownIdentifier, spotView } from './spot-view.ts'
import type { Spot, VisitEnd } from './state.ts'
import { isRevocable, requireTransaction, revokeTransaction } from './transactions.ts'
import { all, find, nowMs, put, remove, type World } from './world.ts'

const longestIdentifier = 255

/** The spot of `PAYSERA*{location}:{identifier}`; an identifier never seen before registers itself. */
export function spotOfCode(world: World, code: string): Spot {
  const match = /^PAYSERA\*(\d{1,15}):(.+)$/su.exec(code)
  const identifier = match?.[2]
  if (!match || identifier === undefined) throw notFound('Code not recognised')
  if (identifier.length > longestIdentifier) {
    throw invalidParameters('The identifier is too long', 'code')
  }
  const location = locationById(world, Number(match[1]))
  const shown = shownIdentifier(world, identifier)
  const known = all(world, 'spots').find(
    (spot) => spot.locationId === location.id && shownIdentifier(world, spot.identifier) === shown,
  )
  if (known) return known
  world.state.lastIds.spot += 1
  return write(world, {
    id: world.state.lastIds.spot,
    locationId: location.id,
    identifier,
    status: 'closed',
    session: 0,
    orderIds: [],
  })
}

/** A guest may see any spot, a merchant only those of its own project. */
export function requireVisible(world: World, caller: Caller, spot: Spot): void {
  const location = locationById(world, spot.locationId)
  if (caller.kind === 'client' && !owns(caller, location.projectId)) {
    throw forbidden('This resource is assigned to another project')
  }
}

export function spotById(world: World, id: number): Spot {
  const spot = find(world, 'spots', id)
  if (!spot) throw notFound('Spot not found')
  return spot
}

export function ownSpot(world: World, caller: Caller, id: number): Spot {
  merchantOf(caller)
  const spot = spotById(world, id)
  requireOwn(caller, locationById(world, spot.locationId).projectId)
  return spot
}

export function listSpots(world: World, caller: Caller, parameters: Parameters): View {
  const { query, ext } = parameters
  const scope = scopeOf(world, merchantOf(caller), ext, {
    locationId: integerParameter(query, 'location_id'),
  })
  const status = readStatus(world, query.get('status'))
  const found = all(world, 'spots').filter(
    (spot) =>
      (status === null || spot.status === status) &&
      (scope.locationId === null || spot.locationId === scope.locationId) &&
      locationById(world, spot.locationId).projectId === scope.projectId,
  )
  const { page, metadata } = paged(found, query)
  return new View({
    spots: page.map((spot) => spotView(world, caller, spot)),
    _metadata: metadata,
  })
}

/** One party is at one spot only: checking in here silently checks out of anywhere else. */
export function checkIn(world: World, caller: Caller, spot: Spot): Spot {
  requireVisible(world, caller, spot)
  const party = partyOf(caller)
  const present = find(world, 'checkIns', party)
  if (present?.spotId === spot.id) return spot
  if (present) endCheckIn(world, party, 'moved')
  const occupied =
    spot.status === 'closed' ? openSession(world, spot, 'waiting') : spotById(world, spot.id)
  put(world, 'checkIns', party, {
    party,
    spotId: spot.id,
    session: occupied.session,
    sinceMs: nowMs(world),
  })
  return occupied
}

/** Leaving a spot where one never was changes nothing, as a repeated check-out does. */
export function checkOut(world: World, caller: Caller, spot: Spot): Spot {
  requireVisible(world, caller, spot)
  const party = partyOf(caller)
  if (find(world, 'checkIns', party)?.spotId === spot.id) endCheckIn(world, party, 'left')
  return spotById(world, spot.id)
}

export function closeSpot(world: World, spot: Spot): Spot {
  for (const party of partiesAt(world, spot.id)) endVisit(world, party, 'closed_by_merchant')
  return endSession(world, spot)
}

export function openSession(world: World, spot: Spot, status: 'waiting' | 'open'): Spot {
  return write(world, { ...spot, status, session: spot.session + 1, orderIds: [] })
}

export function write(world: World, spot: Spot): Spot {
  put(world, 'spots', spot.id, spot)
  return spot
}

export function partiesAt(world: World, spotId: number): string[] {
  return all(world, 'checkIns')
    .filter((checkIn) => checkIn.spotId === spotId)
    .map((checkIn) => checkIn.party)
}

function endCheckIn(world: World, party: string, why: VisitEnd): void {
  const spotId = endVisit(world, party, why)
  if (spotId === undefined || partiesAt(world, spotId).length > 0) return
  endSession(world, spotById(world, spotId))
}

function endVisit(world: World, party: string, why: VisitEnd): number | undefined {
  const checkIn = find(world, 'checkIns', party)
  if (!checkIn) return undefined
  const { orderIds } = spotById(world, checkIn.spotId)
  put(world, 'endedVisits', party, {
    spotId: checkIn.spotId,
    orderIds,
    why,
    endedAtMs: nowMs(world),
  })
  remove(world, 'checkIns', party)
  return checkIn.spotId
}

/** Closes the spot with its pending orders. What is reserved stays so, and no transaction is touched by default. */
function endSession(world: World, spot: Spot): Spot {
  for (const id of spot.orderIds) {
    const order = find(world, 'orders', id)
    if (!order || orderStatus(world, order) !== 'pending') continue
    put(world, 'orders', id, { ...order, isClosed: true })
    releaseTransaction(world, order.transactionKey)
  }
  return write(world, { ...spot, status: 'closed', orderIds: [] })
}

/** What happens to a transaction that its order lets go of: nothing, unless `revokeOnClose` is set. */
export function releaseTransaction(world: World, key: string): void {
  const transaction = requireTransaction(world, key)
  if (world.state.settings.revokeOnClose && isRevocable(transaction)) {
    revokeTransaction(world, transaction)
  }
}

function readStatus(world: World, text: string | null): Spot['status'] | null {
  if (text === null || text === '') {
    if (world.state.settings.requireStatus) throw invalidParameters('Key status is required')
    return null
  }
  if (text === 'opened' || text === 'open') return 'open'
  if (text === 'waiting' || text === 'closed') return text
  throw invalidParameters('Invalid parameter: status', 'status')
}
