import { callsOf } from './http/calls.ts'
import { everythingKept } from './http/kept.ts'
import type { Asking } from './http/person.ts'
import { readProblem } from './http/read-answer.ts'
import { expect, test } from './http/test.ts'

const limitBytes = 64 * 1024

/** What is no acceptable body anywhere. */
const nonsense: [what: string, raw: string | Uint8Array][] = [
  ['half of JSON', '{"lines":['],
  ['two values', '{} {}'],
  ['single quotes', "{'lines': []}"],
  ['a trailing comma', '{"lines": [],}'],
  ['NaN', '{"lines": NaN}'],
  ['white space', '   '],
  ['a form', 'lines=1&currency=EUR'],
  ['XML', '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ['null', 'null'],
  ['a number', '1e999'],
  ['a text', '"lines"'],
  ['a list', '[]'],
  ['a list of lists', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
  ['objects in objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['a field that nobody knows', '{"admin":true}'],
  ['a prototype', '{"__proto__":{"role":"manager"}}'],
  ['a constructor', '{"constructor":{"prototype":{"role":"manager"}}}'],
  ['NUL in a key', '{"\\u0000":1}'],
  ['half a surrogate pair', '{"lines":"\\ud800"}'],
]

const types = [
  '',
  'text/plain',
  'text/html',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  'application/json; charset=utf-16',
  'application/json, text/plain',
]

const placeholder = { spotId: 1, orderId: 'x' }
const withBodies = Object.entries(callsOf(placeholder)).flatMap(([name, calls]) =>
  calls.filter(({ body }) => body !== undefined).map(({ method }) => ({ name, method })),
)

for (const { name, method } of withBodies) {
  test(`${method} ${name} takes no nonsense for a body, and does nothing then`, async ({
    product,
    sandbox,
    manager,
    visit,
    order,
  }) => {
    const { id: orderId } = await order(1500)
    const call = Object.entries(callsOf({ spotId: visit.spotId, orderId }))
      .find(([key]) => key === name)?.[1]
      .find((one) => one.method === method)
    if (!call) throw new Error(`there is no ${method} ${name}`)
    const ask = ({ headers, ...asking }: Asking) =>
      manager.ask(method, call.path, { ...asking, headers: { ...call.headers, ...headers } })
    const before = await everythingKept(product, sandbox)

    for (const [what, raw] of nonsense) {
      const problem = readProblem(await ask({ raw }), 400, 'invalid')
      expect(problem.errors?.length, what).toBeGreaterThan(0)
    }
    for (const contentType of types) {
      const refused = await ask({ body: call.body, headers: { 'content-type': contentType } })
      readProblem(refused, 415, 'unsupported_media_type')
    }
    const withMore = { ...call.body, more: 'x' }
    readProblem(await ask({ body: withMore }), 400, 'invalid')
    const spaces = JSON.stringify(call.body).padEnd(limitBytes + 1)
    readProblem(await ask({ raw: spaces }), 413, 'payload_too_large')
    const chunked = { 'transfer-encoding': 'chunked', 'content-length': '' }
    readProblem(await ask({ raw: spaces, headers: chunked }), 413, 'payload_too_large')

    expect(await everythingKept(product, sandbox)).toEqual(before)
  })
}
