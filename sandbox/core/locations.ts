import { forbidden, notFound } from './errors.ts'
import { merchantOf, requireOwn, type Caller } from './callers.ts'
import { View } from './fields.ts'
import type { Json } from './json.ts'
import { projectById, projectView } from './projects.ts'
import { integerParameter, listParameter, paged, type Parameters } from './query.ts'
import { ownSpotViews } from './spot-view.ts'
import type { Client, Location } from './state.ts'
import { shownNowS, type World } from './world.ts'

const workingDays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const payCategories = [
  { id: 1, title: 'Food and drinks' },
  { id: 2, title: 'Fuel' },
]
const payCategoryIds = new Set(payCategories.map(({ id }) => String(id)))
const statuses = new Set(['active', 'inactive'])
const services = new Set(['cash_in', 'cash_out', 'identification', 'pay'])

/** What every location here is and offers. */
const offered = { status: 'active', service: 'pay', payCategory: 1 }

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
  const { projectId } = scopeOf(world, merchantOf(caller), parameters.ext)
  return projectLocations(world, caller, projectId, new URLSearchParams())
}

export function projectLocations(
  world: World,
  caller: Caller,
  projectId: number,
  query: URLSearchParams,
): View[] {
  requireOwn(caller, projectById(world, projectId).id)
  const own = matching(world, query).filter((location) => location.projectId === projectId)
  return paged(own, query).page.map((location) =>
    locationView(location, ownSpotViews(world, caller, location)),
  )
}

export function publicLocations(world: World, query: URLSearchParams): View {
  const { page, metadata } = paged(matching(world, query), query)
  return new View({
    locations: page.map((location) => locationView(location)),
    _metadata: metadata,
  })
}

/** The locations that the filters of a query leave. */
function matching(world: World, query: URLSearchParams): Location[] {
  const asked = [
    listParameter(query, 'status', statuses)?.includes(offered.status),
    listParameter(query, 'service', services)?.includes(offered.service),
    listParameter(query, 'pay_category', payCategoryIds)?.includes(String(offered.payCategory)),
  ]
  const since = integerParameter(query, 'updated_after') ?? 0
  return asked.includes(false)
    ? []
    : world.state.locations.filter((location) => location.updatedAtS > since)
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
    status: offered.status,
    description: location.description,
    address: location.address,
    lat: location.lat,
    lng: location.lng,
    radius: 50,
    updated_at: location.updatedAtS,
    prices: [],
    working_hours: Object.fromEntries(hours),
    services: { [offered.service]: { available: true, categories: [offered.payCategory] } },
    public: true,
    spots,
  })
}
