import assert from 'node:assert/strict'
import test from 'node:test'
import { clientAddress } from './client-address.ts'

const rows: [
  expected: string,
  trustProxy: number,
  peer: string,
  forwardedFor: string | undefined,
][] = [
  ['10.0.0.7', 0, '10.0.0.7', undefined],
  ['10.0.0.7', 0, '::ffff:10.0.0.7', undefined],
  ['fe80::1', 0, 'fe80::1', undefined],
  ['10.0.0.7', 0, '10.0.0.7', '1.2.3.4'],
  ['1.2.3.4', 1, '10.0.0.7', '1.2.3.4'],
  ['1.2.3.4', 1, '10.0.0.7', '6.6.6.6, 1.2.3.4'],
  ['1.2.3.4', 2, '10.0.0.7', '6.6.6.6, 1.2.3.4, 10.0.0.8'],
  ['1.2.3.4', 2, '10.0.0.7', '1.2.3.4'],
  ['10.0.0.7', 1, '10.0.0.7', undefined],
  ['10.0.0.7', 1, '10.0.0.7', '6.6.6.6, <script>'],
  ['2001:db8::5', 1, '10.0.0.7', '2001:db8::5'],
]

for (const [expected, trustProxy, peer, forwardedFor] of rows) {
  test(`${trustProxy} trusted proxies, peer ${peer}, forwarded for ${forwardedFor} is ${expected}`, () => {
    assert.equal(clientAddress({ peer, forwardedFor, trustProxy }), expected)
  })
}
