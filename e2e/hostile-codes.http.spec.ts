import { address } from '#contract/address.ts'
import { Floor } from '#contract/floor-schema.ts'
import { Order } from '#contract/order.ts'
import { SpotDetail } from '#contract/spot.ts'
import { draft } from './http/calls.ts'
import { freshKey } from './http/person.ts'
import { read } from './http/read-answer.ts'
import { beginVisit, expect, test } from './http/test.ts'
import { walletState } from './http/wallet-state.ts'

const codes: [what: string, identifier: string, name: string][] = [
  ['markup', '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['a script', '</script><script>alert(1)</script>', '</script><script>alert(1)</script>'],
  ['a formula', '=1+1', '=1+1'],
  ['a command', '@SUM(1+1)*cmd|"/C calc"!A0', '@SUM(1+1)*cmd|"/C calc"!A0'],
  ['an overridden direction', 'T\u202e1ELBAT', 'T⟪202E⟫1ELBAT'],
  ['unseen characters', 'T1\u200b\ufeff\u2066', 'T1⟪200B⟫⟪FEFF⟫⟪2066⟫'],
  ['control characters', 'T1\u001b[31m\u0007\n\r', 'T1⟪001B⟫[31m⟪0007⟫'],
  ['255 characters', 'x'.repeat(255), `${'x'.repeat(59)}…`],
  ['astral characters', '😀'.repeat(120), `${'😀'.repeat(59)}…`],
  ['a template', '{{7*7}}${7*7}', '{{7*7}}${7*7}'],
  ['a path', '../../etc/passwd%00', '../../etc/passwd%00'],
  ['quotes', `"'; drop table spots; --`, `"'; drop table spots; --`],
  ['only unseen characters', '\u200b', '⟪200B⟫'],
]

for (const [what, identifier, name] of codes) {
  test(`law 7: a code that holds ${what} is text, and no more of it than fits`, async ({
    product,
    sandbox,
    staff,
  }) => {
    const { spotId } = await beginVisit(sandbox, identifier)
    const spot = read(await staff.ask('GET', address.spot(spotId)), 200, SpotDetail)
    expect(spot.identifier).toBe(identifier)
    expect(spot.name.replaceAll(/⟪00(0A|0D)⟫/g, '')).toBe(name)

    const { tiles } = read(await staff.ask('GET', address.floor), 200, Floor)
    const tile = tiles.find((one) => one.spot?.id === spotId)
    expect(tile).toMatchObject({ name: spot.name, spot: { identifier } })

    const asking = { body: draft(100), headers: freshKey() }
    const ordered = await staff.ask('POST', address.spotOrders(spotId), asking)
    const { transactionKey } = read(ordered, 201, Order)
    const { transactions } = await walletState(sandbox)
    const sent = transactions.find((one) => one.transaction_key === transactionKey)
    expect(sent?.payments[0]?.description).toBe(`${spot.name} · 1 × Latte`)

    for (const path of ['/', `/spots/${spotId}`]) {
      const page = await staff.ask('GET', path)
      expect(page.status).toBe(200)
      for (const raw of ['<img src=x', '<script>alert', '\u202e', '\u0007', '\u001b']) {
        expect(page.text).not.toContain(raw)
      }
    }
    const lines = product.log().filter((line) => JSON.stringify(line).includes(identifier))
    expect(lines).toEqual([])
  })
}

test('law 7: a wallet that passes on 300 characters and more changes nothing', async ({
  sandbox,
  staff,
}) => {
  const id = 777_001
  const identifier = `T\u202e${'ž'.repeat(300)}`
  await sandbox.control('faults', {
    match: { method: 'GET', path: `/spot/${id}$` },
    times: 1,
    kind: 'garbage',
    status: 200,
    body: JSON.stringify({ id, status: 'waiting', identifier, new_field: '<b>' }),
  })
  const answer = await staff.ask('GET', address.spot(id))
  const spot = read(answer, 200, SpotDetail)
  expect(spot).toMatchObject({ id, identifier, name: `T⟪202E⟫${'ž'.repeat(52)}…` })
  expect(answer.text).not.toContain('new_field')
})
