import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, inflateSync } from 'node:zlib'
import jsQR from 'jsqr'
import { qrPng } from './qr-png.ts'

/** Reads one bit a pixel, as a reader of PNG does that checks lengths and sums. */
function pixelsOf(png: Buffer) {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at)
    const named = png.subarray(at + 4, at + 8 + length)
    assert.equal(png.readUInt32BE(at + 8 + length), crc32(named))
    chunks.set(named.toString('latin1', 0, 4), named.subarray(4))
    at += 12 + length
  }
  assert.deepEqual([...chunks.keys()], ['IHDR', 'IDAT', 'IEND'])
  const header = chunks.get('IHDR') ?? Buffer.alloc(0)
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  assert.deepEqual([...header.subarray(8)], [1, 0, 0, 0, 0])
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))
  const inRow = 1 + Math.ceil(width / 8)
  assert.equal(rows.length, inRow * height)
  const pixels = new Uint8ClampedArray(width * height * 4)
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)]
    const isWhite = ((rows[y * inRow + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1
    pixels.set([isWhite * 255, isWhite * 255, isWhite * 255, 255], at * 4)
  }
  return { width, height, pixels }
}

for (const text of ['PAYSERA*3:T1', 'https://paysera.com/app?qr=PAYSERA*3%3AT1', 'ž'.repeat(120)]) {
  test(`a scanner reads ${text.slice(0, 30)} in the PNG, with the words of practice and without`, () => {
    for (const isStamped of [false, true]) {
      const { width, height, pixels } = pixelsOf(qrPng(text, { isStamped }))
      assert.ok(width >= 1000)
      assert.equal(jsQR(pixels, width, height)?.data, text)
    }
  })
}

test('law 13: the words of practice stand below the code and do not touch it', () => {
  const plain = pixelsOf(qrPng('PAYSERA*3:T1'))
  const stamped = pixelsOf(qrPng('PAYSERA*3:T1', { isStamped: true }))
  assert.equal(plain.width, stamped.width)
  assert.deepEqual(stamped.pixels.subarray(0, plain.pixels.length), plain.pixels)
  assert.ok(stamped.pixels.subarray(plain.pixels.length).includes(0))
})
