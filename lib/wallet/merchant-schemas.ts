import 'server-only'
import { z } from 'zod'
import {
  type Answer,
  decoration,
  kept,
  type Notice,
  parse,
  present,
  statusWord,
  walletId,
} from './answer.ts'
import { readSpot, type WalletSpot } from './spot-schemas.ts'

/** Who the merchant is to the wallet: the client, its project, its locations. */

export interface WalletLocation {
  id: number
  title: string
  status?: 'active' | 'inactive' | (string & Record<never, never>)
  projectId?: number
  description?: string
  address?: string
  /** Only where the wallet fills it in; then it holds spots of any status. */
  spots?: WalletSpot[]
  otherFields?: Record<string, unknown>
}

export interface WalletClientInfo {
  id: number
  title?: string
  type?: string
  permissions: string[]
  project?: { id: number; title?: string }
  otherFields?: Record<string, unknown>
}

const locationWire = z.looseObject({
  id: walletId,
  title: z.string(),
  status: z.string().exactOptional(),
  project_id: walletId.exactOptional(),
  description: decoration,
  address: decoration,
  spots: z.array(z.unknown()).exactOptional(),
})

const clientWire = z.looseObject({
  id: walletId,
  title: decoration,
  type: decoration,
  permissions: z.array(z.string()).catch([]),
  project: z.looseObject({ id: walletId, title: decoration }).exactOptional(),
})

const locationWords: ReadonlySet<string> = new Set(['active', 'inactive'])
const unusedLocationFields: ReadonlySet<string> = new Set([
  'updated_at',
  'lat',
  'lng',
  'radius',
  'prices',
  'working_hours',
  'images',
  'services',
  'public',
  'remote_orders',
])
const unusedClientFields: ReadonlySet<string> = new Set(['hosts'])

export function readLocation(json: unknown, notice: Notice): WalletLocation {
  const wire = parse(locationWire, json)
  const { id, title, status, project_id: projectId, description, address, spots, ...rest } = wire
  if (status !== undefined) statusWord('location', status, locationWords, notice)
  return {
    id,
    title,
    ...present({
      status,
      projectId,
      description,
      address,
      spots: spots?.map((spot) => readSpot(spot, notice)),
    }),
    ...kept('location', rest, unusedLocationFields, notice),
  }
}

export function readClient(json: unknown, notice: Notice): WalletClientInfo {
  const { id, title, type, permissions, project, ...rest } = parse(clientWire, json)
  return {
    id,
    permissions,
    ...present({
      title,
      type,
      project: project && { id: project.id, ...present({ title: project.title }) },
    }),
    ...kept('client', rest, unusedClientFields, notice),
  }
}

export function readServerTimeMs(json: unknown): number {
  return parse(z.looseObject({ time: z.int().positive() }), json).time * 1000
}

/** The PEM text of the key that signs callbacks. */
export function readPublicKey(answer: Answer): string {
  const text = answer.body.toString('latin1').trim()
  if (!/^-----BEGIN [A-Z ]+-----\s[\w+/=\s]+-----END [A-Z ]+-----$/.test(text)) {
    throw new Error('The answer is not a PEM key.')
  }
  return text
}
