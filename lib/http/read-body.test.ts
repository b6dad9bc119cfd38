import { callRoute } from './testing/call-route.ts'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as z from 'zod/mini'
import { form, json } from './read-body.ts'
import { route } from './route.ts'

Object.assign(process.env, { LOG_LEVEL: 'silent', SESSION_SECRET: 's'.repeat(40) })

const outside = route({
  permission: 'outside',
  body: z.object({ said: z.string() }),
  bodyKinds: [form, json],
  handle: ({ body }) => Promise.resolve(body),
})

const call = (body: string, type: string, headers = {}) =>
  callRoute(outside, { method: 'POST', body, headers: { 'content-type': type, ...headers } })

test('a form is read as it was before it was encoded, and JSON as ever', async () => {
  const asForm = await call('said=a%2Bb+%2F&more=1', 'application/x-www-form-urlencoded')
  assert.deepEqual(await asForm.json(), { said: 'a+b /' })
  const asJson = await call('{"said":"a"}', 'application/json; charset=utf-8')
  assert.deepEqual(await asJson.json(), { said: 'a' })
})

test('any other kind is refused with those that are taken', async () => {
  const refused = await call('said=a', 'text/plain')
  assert.equal(refused.status, 415)
  const { detail } = z.parse(z.object({ detail: z.string() }), await refused.json())
  assert.match(detail, /^The body must be application\/x-www-form-urlencoded or application\/json,/)
})

test('a route for callers outside takes calls that no page of ours makes', async () => {
  for (const headers of [{ origin: '' }, { origin: 'https://wallet.example' }]) {
    assert.equal((await call('{"said":"a"}', 'application/json', headers)).status, 200)
  }
})
