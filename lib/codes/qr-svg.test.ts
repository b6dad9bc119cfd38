import assert from 'node:assert/strict'
import { test } from 'node:test'
import jsQR from 'jsqr'
import { codeToPay } from '#contract/counter.ts'
import { qrSvg } from './qr-svg.ts'

const PIXELS_OF_MODULE = 4

/** The pixels that a browser makes of the picture: a white ground and dark stretches on it. */
function pixelsOf(svg: string) {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
  const side = size * PIXELS_OF_MODULE
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  const [, , dark = ''] = svg.split('<path')
  for (const [, x, y, width] of dark.matchAll(/M(\d+) (\d+)h(\d+)v1/g)) {
    for (let row = 0; row < PIXELS_OF_MODULE; row += 1) {
      const from = (Number(y) * PIXELS_OF_MODULE + row) * side + Number(x) * PIXELS_OF_MODULE
      for (let pixel = from; pixel < from + Number(width) * PIXELS_OF_MODULE; pixel += 1) {
        pixels.fill(0, pixel * 4, pixel * 4 + 3)
      }
    }
  }
  return { size, side, pixels, dark }
}

for (const text of [
  codeToPay('pDAlAZ3z'),
  codeToPay('ATaNL6X6CivO2Ou0FMPt'),
  'PAYSERA*3:TABLE 1',
  'ž'.repeat(60),
]) {
  test(`a scanner reads ${text.slice(0, 30)} in its code`, () => {
    const { side, pixels } = pixelsOf(qrSvg(text))
    assert.equal(jsQR(pixels, side, side)?.data, text)
  })
}

test('four modules around the code are light', () => {
  const { size, dark } = pixelsOf(qrSvg(codeToPay('ATaNL6X6CivO2Ou0FMPt')))
  const places = [...dark.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, width]) => [
    Number(x),
    Number(y),
    Number(x) + Number(width),
  ])
  assert.equal(Math.min(...places.map(([x = 0]) => x)), 4)
  assert.equal(Math.min(...places.map(([, y = 0]) => y)), 4)
  assert.equal(Math.max(...places.map(([, , end = 0]) => end)), size - 4)
})

test('law 13: the words of practice stand below the code', () => {
  const svg = qrSvg('PAYSERA*3:T1', { isStamped: true })
  const [, width = '', height = ''] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? []
  assert.ok(Number(height) > Number(width))
  const [, ground = '', code = '', stamp = ''] = svg.split('<path')
  assert.match(ground, new RegExp(`M0 0h${width}v${height}H0z`))
  assert.match(stamp, new RegExp(`translate\\(1 ${width}\\)`))
  assert.equal(qrSvg('PAYSERA*3:T1').split('<path')[2]?.includes(code.slice(0, -2)), true)
})
