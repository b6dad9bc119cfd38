import 'server-only'
// Next's own modules need this before any of them is loaded, so tests import this file before the routes.
import 'next/dist/server/node-environment-baseline.js'
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external.js'
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external.js'
import type { Handler } from '../route.ts'

export const ORIGIN = 'http://floor.lan:3000'

export interface TestCall {
  method?: string
  path?: string
  params?: Record<string, string>
  headers?: Record<string, string>
  /** JSON unless it is text or bytes already. */
  body?: unknown
}

/** Calls a route handler as Next does while it answers a request, as a page of the dashboard would. */
export async function callRoute(handler: Handler, call: TestCall = {}): Promise<Response> {
  const { method = 'GET', path = '/api/test', params = {}, headers = {}, body } = call
  const sent = new Headers({ host: 'floor.lan:3000', origin: ORIGIN })
  if (body !== undefined) sent.set('content-type', 'application/json')
  for (const [name, value] of Object.entries(headers)) {
    if (value === '') sent.delete(name)
    else sent.set(name, value)
  }
  const request = new Request(ORIGIN + path, {
    method,
    headers: sent,
    ...(body === undefined ? {} : { body: bodyOf(body), duplex: 'half' }),
  })
  // What Next keeps of a request has no public constructor; `connection()` looks at these two fields.
  const work: Parameters<typeof workAsyncStorage.run>[0] = JSON.parse('{"route":"/api/test"}')
  const unit: Parameters<typeof workUnitAsyncStorage.run>[0] = JSON.parse(
    '{"type":"request","phase":"action"}',
  )
  return workAsyncStorage.run(work, () =>
    workUnitAsyncStorage.run(unit, () => handler(request, { params: Promise.resolve(params) })),
  )
}

function bodyOf(body: unknown): BodyInit {
  if (typeof body === 'string' || body instanceof ReadableStream) return body
  return JSON.stringify(body)
}
