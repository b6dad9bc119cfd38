import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { authorizationOf, extOf, freshNonce, macOf } from './sign.ts'

const published = z
  .object({
    id: z.string(),
    key: z.string(),
    ts: z.string(),
    nonce: z.string(),
    vectors: z.array(
      z.object({
        name: z.string(),
        method: z.string(),
        uri: z.string(),
        host: z.string(),
        port: z.number(),
        body: z.string().nullable(),
        ext: z.string(),
        mac: z.string(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('testing/mac-vectors.json', import.meta.url), 'utf8')))

test('there are sixteen vectors', () => assert.equal(published.vectors.length, 16))

for (const vector of published.vectors) {
  test(`the mac of the vector "${vector.name}" is reproduced`, () => {
    const { ts, nonce, key } = published
    assert.equal(macOf(key, { ts, nonce, ...vector }), vector.mac)
  })
}

// The Swift client's way to write ext is the one that ours never uses.
for (const vector of published.vectors.filter(({ ext }) => !ext.startsWith('&'))) {
  test(`the ext of the vector "${vector.name}" is reproduced`, () => {
    const inExt = new URLSearchParams(vector.ext)
    const scope = {
      projectId: inExt.has('project_id') ? Number(inExt.get('project_id')) : undefined,
      locationId: inExt.has('location_id') ? Number(inExt.get('location_id')) : undefined,
    }
    assert.equal(extOf(vector.body ?? undefined, scope), vector.ext)
  })
}

test('any body and scope can be read back from ext, and nothing in it needs quoting', () => {
  const id = fc.option(fc.integer({ min: 1 }), { nil: undefined })
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), id, id, (body, projectId, locationId) => {
      const ext = extOf(body, { projectId, locationId })
      assert.match(ext, /^[\w%=&.-]*$/)
      assert.deepEqual(
        [...new URLSearchParams(ext)],
        [
          ['body_hash', body && createHash('sha256').update(body).digest('base64')],
          ['project_id', projectId],
          ['location_id', locationId],
        ].flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
      )
    }),
  )
})

test('the header leaves out an empty ext', () => {
  const parts = {
    ts: published.ts,
    nonce: published.nonce,
    method: 'GET',
    uri: '/rest/v1/spot/1',
    host: 'wallet.paysera.com',
    port: 443,
    ext: '',
  }
  const credentials = { clientId: published.id, macKey: published.key }
  assert.equal(
    authorizationOf(credentials, parts),
    'MAC id="wkVd93h2uS", ts="1343811600", nonce="nQnNaSNyubfPErjRO55yaaEYo9YZfKHN", ' +
      'mac="BrESuxFsVum5GlD3Wt+IRZP9mMDDDSqP87EPy17ymD4="',
  )
  assert.match(authorizationOf(credentials, { ...parts, ext: 'a=b' }), /, ext="a=b"$/)
})

test('a nonce is 32 alphanumerics and new each time', () => {
  const nonces = Array.from({ length: 1000 }, freshNonce)
  for (const nonce of nonces) assert.match(nonce, /^[A-Za-z0-9]{32}$/)
  assert.equal(new Set(nonces).size, nonces.length)
})
