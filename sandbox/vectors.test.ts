import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import file from './testing/mac-vectors.json' with { type: 'json' }
import {
  exchange,
  sandboxForTests,
  type Reply,
  type TestSandbox,
} from './testing/sandbox-fixture.ts'

let sandbox: TestSandbox
before(async () => {
  sandbox = await sandboxForTests()
})
after(() => sandbox.close())

type Vector = (typeof file.vectors)[number]

test('there are sixteen vectors', () => assert.equal(file.vectors.length, 16))

for (const vector of file.vectors) {
  test(`vector "${vector.name}" is accepted and done`, async () => {
    await toTheDayOfTheVectors()
    const reply = await send(vector)
    assert.equal(reply.status, 200, reply.text)
    const { json } = await sandbox.did('log')
    assert.partialDeepStrictEqual(json, [{ path: vector.uri, signatureHeld: true }])
  })

  test(`vector "${vector.name}" is refused once any byte is another`, async () => {
    await toTheDayOfTheVectors()
    for (const changed of spoiltCopies(vector)) {
      const reply = await send(changed)
      assert.equal(reply.status, 401, JSON.stringify(changed))
      assert.equal(reply.at('error'), 'unauthorized')
    }
    const reply = await send({ ...vector, method: vector.method === 'GET' ? 'PUT' : 'GET' })
    assert.equal(reply.status, 401)
    assert.equal((await send(vector)).status, 200, 'the refused copies used up the nonce')
  })
}

async function toTheDayOfTheVectors(): Promise<void> {
  await sandbox.did('reset', { scene: 'reference' })
  const clockSkewS = Number(file.ts) - Math.floor(Date.now() / 1000)
  await sandbox.did('settings', { clockSkewS })
}

function headerOf({ mac, ext }: Vector): string {
  const tail = ext === '' ? '' : `, ext="${ext}"`
  return `MAC id="${file.id}", ts="${file.ts}", nonce="${file.nonce}", mac="${mac}"${tail}`
}

function send(vector: Vector & { header?: string }): Promise<Reply> {
  const { method, uri, host, port, body } = vector
  const headers = {
    Host: port === 443 ? host : `${host}:${port}`,
    Authorization: vector.header ?? headerOf(vector),
    ...(body === null ? {} : { 'Content-Type': 'application/json' }),
  }
  return exchange(sandbox.url, method, uri, headers, body ?? '')
}

/** One copy per byte of the header, the address and the body, with the lowest bit of it flipped. */
function* spoiltCopies(vector: Vector): Generator<Vector & { header?: string }> {
  for (const header of flipped(headerOf(vector))) yield { ...vector, header }
  for (const uri of flipped(vector.uri).slice(1)) yield { ...vector, uri }
  for (const body of flipped(vector.body ?? '')) yield { ...vector, body }
}

function flipped(text: string): string[] {
  return Array.from({ length: text.length }, (_, index) => {
    const flippedCharacter = String.fromCharCode(text.charCodeAt(index) ^ 1)
    return text.slice(0, index) + flippedCharacter + text.slice(index + 1)
  })
}
