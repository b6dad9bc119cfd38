import { test } from 'node:test'
import { calm, goesWell, staff, step } from './story.ts'

test('law 6: a close that died with the process is not repeated on the guests who sat down since', async () => {
  await goesWell([
    step(0, staff('close'), [
      { at: 'close spot', skip: 0, what: { kind: 'crash', when: 'after', downMs: 5000 } },
    ]),
    step(1000, { kind: 'guest', spotId: 1, answer: 'comes', pick: 0 }),
  ])
})

test('law 2: a close that is carried on ends no order that was asked for after it', async () => {
  await goesWell([
    step(0, staff('close'), [
      { at: 'close spot', skip: 0, what: { kind: 'fault', fault: 'timeout_before' } },
    ]),
    step(100, staff('submit')),
  ])
})

test('law 4: a transaction that nobody heard of is found and ended although our clock is a quarter of an hour off', async () => {
  for (const clockSkewS of [-900, 900]) {
    await goesWell(
      [
        step(0, staff('submit'), [
          { at: 'create transaction', skip: 0, what: { kind: 'fault', fault: 'truncated' } },
        ]),
      ],
      { ...calm, clockSkewS },
    )
  }
})

test('law 9: a deletion that was delivered twice and cannot be read is not told as failed', async () => {
  await goesWell([
    step(0, staff('submit')),
    step(3000, staff('delete')),
    step(100, staff('delete now'), [
      { at: 'delete order', skip: 0, what: { kind: 'fault', fault: 'twice' } },
      { at: 'any read', skip: 0, what: { kind: 'fault', fault: 'server_error_after' } },
    ]),
  ])
})

test('law 9: a confirmation that was delivered twice and cannot be read is not told as failed', async () => {
  await goesWell([
    step(0, staff('submit')),
    step(3000, { kind: 'guest', spotId: 1, answer: 'pays', pick: 0 }),
    step(0, staff('confirm'), [
      { at: 'confirm', skip: 0, what: { kind: 'fault', fault: 'twice' } },
      { at: 'any read', skip: 1, what: { kind: 'fault', fault: 'server_error_after' } },
    ]),
  ])
})

test('law 9: an order that was taken back for a move, which cannot be read, is not told to have stayed', async () => {
  await goesWell([
    step(0, staff('submit')),
    step(3000, staff('move'), [
      { at: 'delete order', skip: 0, what: { kind: 'fault', fault: 'twice' } },
      { at: 'any read', skip: 0, what: { kind: 'fault', fault: 'server_error_after' } },
    ]),
  ])
})

test('law 9: a deletion that was put off and died with the process is not given up when the wallet is away then', async () => {
  await goesWell([
    step(0, staff('submit')),
    step(3000, staff('delete'), [
      { at: 'delete order', skip: 0, what: { kind: 'crash', when: 'after', downMs: 100 } },
      { at: 'delete order', skip: 1, what: { kind: 'fault', fault: 'refuse' } },
    ]),
    // The deletion begins before this.
    step(12_000, { kind: 'guest', spotId: 1, answer: 'comes', pick: 0 }),
  ])
})

test('law 9: a deletion that died with the process is not told as refused when the wallet then refuses to hear of it', async () => {
  for (const fault of ['bad_clock', 'forbidden'] as const) {
    await goesWell([
      step(0, staff('submit')),
      step(3000, staff('delete')),
      step(100, staff('delete now'), [
        { at: 'delete order', skip: 0, what: { kind: 'crash', when: 'after', downMs: 1000 } },
        { at: 'delete order', skip: 1, what: { kind: 'fault', fault } },
      ]),
    ])
  }
})

const forbidden = {
  at: 'create order',
  skip: 0,
  what: { kind: 'fault', fault: 'forbidden' },
} as const

test('law 2: a moved order that the other table refuses comes back, though the process dies before and the guests pay after', async () => {
  await goesWell([
    step(0, staff('submit')),
    step(3000, staff('move'), [
      { at: 'create transaction', skip: 0, what: { kind: 'crash', when: 'after', downMs: 1000 } },
      forbidden,
    ]),
    step(20_000, { kind: 'guest', spotId: 1, answer: 'pays', pick: 0 }),
  ])
})

test('law 6: a moved order that the other table refuses is not asked of the guests who sat down here since', async () => {
  await goesWell([
    step(0, staff('submit')),
    step(3000, staff('move'), [
      { at: 'create order', skip: 0, what: { kind: 'fault', fault: 'timeout_before' } },
      { ...forbidden, skip: 1 },
    ]),
    step(5000, { kind: 'guest', spotId: 1, answer: 'leaves', pick: 0 }),
    step(1000, { kind: 'guest', spotId: 1, answer: 'comes', pick: 0 }),
  ])
})
