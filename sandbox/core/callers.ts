import { forbidden, notFound } from './errors.ts'
import { guestKey } from './seed.ts'
import type { Client, Guest, Location } from './state.ts'
import type { World } from './world.ts'

/** Who signed a call: a merchant's application, or a guest by an access token of theirs. */
export type Caller = { kind: 'client'; client: Client } | { kind: 'guest'; guest: Guest }

/** Who is checked in at a spot, as a key: the reference calls both kinds of caller "client". */
export function partyOf(caller: Caller): string {
  return caller.kind === 'client' ? `client:${caller.client.id}` : guestKey(caller.guest.name)
}

export function merchantOf(caller: Caller): Client {
  if (caller.kind === 'guest') throw forbidden('This call is for merchants')
  return caller.client
}

export function findClient(world: World, id: string): Client | undefined {
  return world.state.clients.find((client) => client.id === id)
}

export function locationById(world: World, id: number): Location {
  const location = world.state.locations.find((candidate) => candidate.id === id)
  if (!location) throw notFound('Location not found')
  return location
}

/** True when the caller is the merchant to whom the project belongs. */
export function owns(caller: Caller, projectId: number): boolean {
  return caller.kind === 'client' && caller.client.projectId === projectId
}

export function requireOwn(caller: Caller, projectId: number): void {
  merchantOf(caller)
  if (!owns(caller, projectId)) {
    throw forbidden('This resource is assigned to another project')
  }
}
