import { locationById, owns, partyOf, type Caller } from './callers.ts'
import { View } from './fields.ts'
import { orderView } from './order-view.ts'
import type { Location, Spot } from './state.ts'
import { all, find, type World } from './world.ts'

/** Which callers see what of a spot follows the reference: it decides by ownership and check-in. */
export function spotView(world: World, caller: Caller, spot: Spot): View {
  const location = locationById(world, spot.locationId)
  const isOwner = owns(caller, location.projectId)
  const isCheckedIn = find(world, 'checkIns', partyOf(caller))?.spotId === spot.id
  const seesOrders =
    spot.orderIds.length > 0 &&
    (isCheckedIn || (isOwner && world.state.settings.merchantSeesOrders))
  return new View({
    ...plainSpot(world, spot, location, isOwner || isCheckedIn),
    orders: seesOrders ? sessionOrders(world, spot) : undefined,
  })
}

/** The spots of a merchant's own location, in whatever status. */
export function ownSpotViews(world: World, caller: Caller, location: Location): View[] {
  const isOwner = owns(caller, location.projectId)
  return all(world, 'spots')
    .filter((spot) => spot.locationId === location.id)
    .map((spot) => new View(plainSpot(world, spot, location, isOwner)))
}

/** Everything about a spot, for those who stand outside the API. */
export function fullSpotView(world: World, spot: Spot): View {
  const location = locationById(world, spot.locationId)
  return new View({
    ...plainSpot(world, spot, location, true),
    session: spot.session,
    orders: sessionOrders(world, spot),
  })
}

/** How the wallet writes an identifier; some fold the case of what was scanned. */
export function shownIdentifier(world: World, identifier: string): string {
  const { identifierCase } = world.state.settings
  if (identifierCase === 'lower') return identifier.toLowerCase()
  if (identifierCase === 'upper') return identifier.toUpperCase()
  return identifier
}

function plainSpot(world: World, spot: Spot, location: Location, showsIdentifier: boolean) {
  return {
    id: spot.id,
    status: spot.status === 'open' ? world.state.settings.openWord : spot.status,
    identifier: showsIdentifier ? shownIdentifier(world, spot.identifier) : undefined,
    place_info: new View({
      title: location.title,
      description: location.description,
      address: location.address,
      location_id: location.id,
    }),
  }
}

function sessionOrders(world: World, spot: Spot): View[] {
  return spot.orderIds.flatMap((id) => {
    const order = find(world, 'orders', id)
    return order ? [orderView(world, order)] : []
  })
}
