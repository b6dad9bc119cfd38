import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { Floor } from '#contract/floor-schema.ts'
import { address } from '#contract/address.ts'
import { Tables } from '#contract/table.ts'
import { callsOf, methods, elsewhere, tableDraft, type Call, LONG_AGO } from './http/calls.ts'
import { read, readProblem } from './http/read-answer.ts'
import { expect, test } from './http/test.ts'

const ids = { spotId: 1, orderId: randomUUID() }
const allCalls = Object.values(callsOf(ids)).flat()

for (const [name, calls] of Object.entries(callsOf(ids))) {
  test(`${name}: no session gets nothing, and no other method exists`, async ({
    nobody,
    staff,
  }) => {
    const path = calls[0]?.path ?? ''
    for (const { method, body, headers, access } of calls) {
      const answer = await nobody.ask(method, path, { body, headers })
      if (access === 'public' || access === 'outside') expect(answer.status).not.toBe(405)
      else readProblem(answer, 401, 'unauthenticated')
    }
    const known = new Set<string>(calls.map(({ method }) => method))
    if (known.has('GET')) known.add('HEAD')
    const others = ['HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY', ...methods]
    for (const method of others.filter((one) => !known.has(one))) {
      for (const person of [nobody, staff]) {
        const answer = await person.ask(method, path)
        expect(answer.headers.allow?.split(', ').toSorted(), method).toEqual([...known].toSorted())
        if (method === 'HEAD') expect(answer.status).toBe(405)
        else readProblem(answer, 405, 'method_not_allowed')
      }
    }
  })
}

test('HEAD answers as GET does, without a body', async ({ nobody, staff, manager, order }) => {
  const { id: orderId } = await order(900)
  const body = { tables: [elsewhere(tableDraft(randomUUID()))] }
  const { tables } = read(await manager.ask('POST', address.tables, { body }), 200, Tables)
  const tableId = tables.at(-1)?.id ?? ''
  const calls = Object.values(callsOf({ ...ids, orderId, tableId })).flat()
  for (const { path, access } of calls.filter(({ method }) => method === 'GET')) {
    for (const person of [manager, nobody]) {
      const head = await person.ask('HEAD', path)
      expect(head.text).toBe('')
      expect(head.status, path).toBe(person === manager || access === 'public' ? 200 : 401)
    }
  }
  const [get, head] = [
    await staff.ask('GET', address.floor),
    await staff.ask('HEAD', address.floor),
  ]
  expect(head.headers.etag).toMatch(/^"[\w-]+"$/)
  read(get, 200, Floor)
})

const unknownPaths = [
  '/api',
  '/api/nothing',
  '/api/floors',
  '/api/floor/stream/more',
  '/api/orders',
  '/api/spots',
  '/api/spots/1/nothing',
  '/api/orders/x/confirm/again',
  '/api/floor;v=1',
  '/api/floor%2Fstream',
  '/api/constructor',
  '/api/__proto__',
  '/api/<img src=x>'.replaceAll(' ', '%20'),
  '/api/',
  '/api//floor',
  '/api/floor/',
]

test('an unknown address is 404 in JSON, whatever the method and whoever asks', async ({
  nobody,
  manager,
}) => {
  for (const path of unknownPaths) {
    for (const method of [...methods, 'OPTIONS']) {
      readProblem(await nobody.ask(method, path), 404, 'not_found')
    }
    readProblem(await manager.ask('GET', path), 404, 'not_found')
  }
})

test('an address that is not well-formed is 400 in JSON', async ({ manager }) => {
  for (const path of [
    '/api/spots/%',
    '/api/spots/%00',
    '/api/spots/%E0%A4%A',
    '/api/spots/%0d%0aX: y'.replaceAll(' ', ''),
    '/api/spots/../session',
    '/api/spots/%2e%2e/session',
    '/api/./floor',
    '/api/spots/1\\2',
    '//api/floor',
  ]) {
    readProblem(await manager.ask('GET', path), 400, 'invalid')
  }
})

test('the whole API is in the contract, and no answer of it was frozen while building', () => {
  const listed = new Set(allCalls.map(patternOf))
  // The door in front of Next answers these itself.
  for (const path of [address.floor, address.floorStream]) expect(listed.delete(path)).toBe(true)
  const built = apiPathsIn('app-path-routes-manifest.json', (manifest) => Object.values(manifest))
  // No page asks for the metrics, and what operators are answered has a spec of its own.
  const others = new Set(['/api/[[...path]]', '/api/metrics'])
  expect(built.filter((path) => !others.has(path)).toSorted()).toEqual([...listed].toSorted())
  expect(
    apiPathsIn('prerender-manifest.json', (manifest) =>
      Object.keys(z.object({ routes: z.record(z.string(), z.unknown()) }).parse(manifest).routes),
    ),
  ).toEqual([])
})

function patternOf({ path }: Call): string {
  return path
    .replace(`/spots/${ids.spotId}`, '/spots/[spotId]')
    .replace(`/differences/${ids.orderId}`, '/differences/[differenceId]')
    .replace(`/tables/${ids.orderId}`, '/tables/[tableId]')
    .replace(ids.orderId, '[orderId]')
    .replace(LONG_AGO, '[date]')
}

function apiPathsIn(
  manifest: string,
  paths: (manifest: Record<string, unknown>) => unknown[],
): string[] {
  const content = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(`.next/${manifest}`, 'utf8')))
  return z
    .array(z.string())
    .parse(paths(content))
    .filter((path) => path.startsWith('/api'))
}
