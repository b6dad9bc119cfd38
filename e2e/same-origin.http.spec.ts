import { randomUUID } from 'node:crypto'
import { address } from '#contract/address.ts'
import { accounts } from './fixtures/sign-in.ts'
import { callsOf, isReading } from './http/calls.ts'
import { everythingKept } from './http/kept.ts'
import { readProblem } from './http/read-answer.ts'
import { expect, test } from './http/test.ts'

const ids = { spotId: 1, orderId: randomUUID() }
const names = Object.entries(callsOf(ids)).flatMap(([name, calls]) =>
  calls
    .filter((call) => !isReading(call) && call.access !== 'outside')
    .map(({ method }) => ({ name, method })),
)

for (const { name, method } of names) {
  test(`${method} ${name} is only for pages of our own`, async ({
    product,
    sandbox,
    manager,
    visit,
    order,
  }) => {
    const { id: orderId } = await order(700)
    const call = Object.entries(callsOf({ spotId: visit.spotId, orderId }))
      .find(([key]) => key === name)?.[1]
      .find((one) => one.method === method)
    if (!call) throw new Error(`there is no ${method} ${name}`)
    const before = await everythingKept(product, sandbox)
    const { port } = new URL(product.baseURL)
    const elsewhere = [
      { origin: '' },
      { origin: 'null' },
      { origin: 'https://evil.example' },
      { origin: product.baseURL.replace('http:', 'https:') },
      { origin: 'http://127.0.0.1' },
      { origin: `http://127.0.0.1:${Number(port) + 1}` },
      { origin: `http://localhost:${port}` },
      { origin: `${product.baseURL}.evil.example` },
      { origin: `${product.baseURL}/` },
      { origin: `http://evil.example`, 'x-forwarded-host': 'evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ]
    for (const headers of elsewhere) {
      const asking = { body: call.body, headers: { ...call.headers, ...headers } }
      const refused = await manager.ask(method, call.path, asking)
      readProblem(refused, 403, 'forbidden')
      expect(refused.headers).not.toHaveProperty('set-cookie')
    }
    expect(await everythingKept(product, sandbox)).toEqual(before)
  })
}

test('a page of ours that says so is let in', async ({ nobody }) => {
  const asking = { body: accounts.staff, headers: { 'sec-fetch-site': 'same-origin' } }
  expect((await nobody.ask('POST', address.session, asking)).status).toBe(200)
})
