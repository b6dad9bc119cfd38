import { forbidden, invalidParameters, notFound } from './errors.ts'
import { merchantOf, requireOwn, type Caller } from './callers.ts'
import { View } from './fields.ts'
import type { Json } from './json.ts'
import { projectById, projectView } from './projects.ts'
import { integerParameter, paged, type Parameters } from './query.ts'
import { ownSpotViews } from './spot-view.ts'
import type { Client, Location } from './state.ts'
import { shownNowS, type World } from './world.ts'

const workingDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const payCategories = [
  { id: 1, title: 'Food and drinks' },
  { id: 2, title: 'Fuel' },
]

export function serverTime(world: World): View {
  return new View({ time: shownNowS(world) })
}

export function clientView(world: World, caller: Caller): View {
  const client = merchantOf(caller)
  return new View({
    id: client.number,
    title: client.title,
    type: 'application',
    permissions: ['use_wallet_api', 'use_client_api', 'use_oauth_api'],
    project: projectView(projectById(world, client.projectId)),
    hosts: [],
  })
}

export function getProject(world: World, caller: Caller, id: number): View {
  const project = projectById(world, id)
  requireOwn(caller, project.id)
  return projectView(project)
}

/** The merchant's own locations as a plain array, with the spots that each of them knows. */
export function clientLocations(world: World, caller: Caller, parameters: Parameters): View[] {
  return projectLocations(
    world,
    caller,
    scopeOf(world, merchantOf(caller), parameters.ext).projectId,
  )
}

export function projectLocations(world: World, caller: Caller, projectId: number): View[] {
  requireOwn(caller, projectById(world, projectId).id)
  return world.state.locations
    .filter((location) => location.projectId === projectId)
    .map((location) => locationView(location, ownSpotViews(world, caller, location)))
}

export function publicLocations(world: World, query: URLSearchParams): View {
  const status = query.get('status') ?? 'active'
  if (status !== 'active' && status !== 'inactive') {
    throw invalidParameters('Invalid parameter: status', 'status')
  }
  const since = integerParameter(query, 'updated_after') ?? 0
  const found = world.state.locations.filter(
    (location) => status === 'active' && location.updatedAtS > since,
  )
  const { page, metadata } = paged(found, query)
  return new View({
    locations: page.map((location) => locationView(location)),
    _metadata: metadata,
  })
}

export function payCategoryList(): Json {
  return payCategories.map((category) => ({ ...category, parent_id: 0 }))
}

/** The project and location that a call speaks for: signed `ext` first, then what the body says. */
export function scopeOf(
  world: World,
  client: Client,
  ext: URLSearchParams,
  body: { projectId?: number | undefined; locationId?: number | undefined } = {},
): { projectId: number; locationId: number | null } {
  const projectId = integerParameter(ext, 'project_id') ?? body.projectId ?? client.projectId
  if (projectId !== client.projectId) throw forbidden('This project belongs to another client')
  const locationId = integerParameter(ext, 'location_id') ?? body.locationId
  if (locationId === undefined) return { projectId, locationId: null }
  const location = world.state.locations.find((candidate) => candidate.id === locationId)
  if (!location) throw notFound('Location not found')
  if (location.projectId !== projectId) throw forbidden('This location is of another project')
  return { projectId, locationId }
}

function locationView(location: Location, spots?: View[]): View {
  const hours = workingDays.map((day) => [day, { opening_time: '09:00', closing_time: '23:00' }])
  return new View({
    id: location.id,
    project_id: location.projectId,
    title: location.title,
    status: 'active',
    description: location.description,
    address: location.address,
    lat: location.lat,
    lng: location.lng,
    radius: 50,
    updated_at: location.updatedAtS,
    prices: [],
    working_hours: Object.fromEntries(hours),
    services: { pay: { available: true, categories: [1] } },
    public: true,
    spots,
  })
}
