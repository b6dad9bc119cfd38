import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { referenceExamples, signedAtS } from './testing/reference-examples.ts'
import { sandboxForTests, type TestSandbox } from './testing/sandbox-fixture.ts'

let sandbox: TestSandbox
before(async () => {
  sandbox = await sandboxForTests()
})
after(() => sandbox.close())

const placeInfo = {
  title: 'Cool caffe',
  description: 'Coffee and cakes for everyone, even you!',
  address: 'Pilies g. 3, Vilnius',
  location_id: 3,
}
const orders = [
  { id: 52, transaction_key: 'Pu5CPePCkm3TJPlkcbcshzkIlxeLU3WR', status: 'pending' },
  { id: 53, transaction_key: '2jStyeyh7zGQa9Q0dD6TOsEM04JPrWMO', status: 'pending' },
]
const spot = (status: string) => ({ id: 1, status, identifier: 'TABLE1', place_info: placeInfo })
const waitingSpot = { ...spot('waiting'), id: 15, identifier: 'BAR3' }

const answers: Record<keyof typeof referenceExamples, unknown> = {
  spotByCode: { ...spot('open'), orders },
  spotById: { ...spot('open'), orders },
  checkIn: { ...spot('open'), orders },
  checkOut: spot('closed'),
  order: orders[0],
  waitingSpots: { spots: [waitingSpot], _metadata: { total: 1, offset: 0, limit: 3 } },
  closeSpot: spot('closed'),
  createOrder: { ...orders[0], id: 54 },
  editOrder: orders[0],
  deleteOrder: { ...orders[0], status: 'closed' },
}

for (const [name, printed] of Object.entries(referenceExamples)) {
  test(`the reference's example ${name} is answered with the documented fields`, async () => {
    await toTheDayOfTheReference('reference')
    const { status, json } = await sendPrinted(printed)
    assert.equal(status, 200)
    assert.deepEqual(json, Reflect.get(answers, name))
  })
}

test('the example of checking in turns a closed spot to waiting', async () => {
  await toTheDayOfTheReference()
  const { json } = await sendPrinted(referenceExamples.checkIn)
  assert.deepEqual(json, spot('waiting'))
})

async function toTheDayOfTheReference(scene?: 'reference'): Promise<void> {
  await sandbox.did('reset', scene ? { scene } : {})
  const clockSkewS = signedAtS - Math.floor(Date.now() / 1000)
  await sandbox.did('settings', { clockSkewS })
}

/** Sends the printed text over a bare socket, adding only what ends a message. */
function sendPrinted(printed: string): Promise<{ status: number; json: unknown }> {
  const [head = '', body = ''] = printed.split('\n\n')
  const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`]
  const lines = [...head.split('\n'), ...length, 'Connection: close', '', body]
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1')
    let received = ''
    socket.setEncoding('utf8')
    socket.on('data', (text) => {
      received += String(text)
    })
    socket.on('error', reject)
    socket.on('end', () => {
      const status = Number(received.split(' ')[1])
      resolve({ status, json: JSON.parse(received.split('\r\n\r\n')[1] ?? '') })
    })
    socket.end(lines.join('\r\n'))
  })
}
