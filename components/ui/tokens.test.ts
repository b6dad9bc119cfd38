import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8')

type Colour = readonly [red: number, green: number, blue: number]

/** The light and the dark value of a colour token, in linear light. */
function token(name: string): readonly [light: Colour, dark: Colour] {
  const value = new RegExp(`--color-${name}: ([^;]+);`).exec(css)?.[1] ?? ''
  const [light, dark = light] = [...value.matchAll(/#([0-9a-f]{6})/g)].map(([, hex = '']) =>
    linear(hex),
  )
  assert(light && dark, name)
  return [light, dark]
}

function linear(hex: string): Colour {
  const channel = (start: number) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return [channel(0), channel(2), channel(4)]
}

function luminance([red, green, blue]: Colour): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: Colour, b: Colour): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

const schemes = [0, 1] as const

test('what is read stands out at 4.5:1 in light and dark, and what can be pressed is bounded at 3:1', () => {
  const grounds = ['paper', 'card', 'raised']
  const inks = ['ink', 'soft', 'open', 'received', 'free', 'alarm-ink']
  const pairs: [ink: string, ground: string, least: number][] = [
    ...inks.flatMap((ink) => grounds.map((ground): [string, string, number] => [ink, ground, 4.5])),
    ...['edge', 'focus'].flatMap((ink) =>
      grounds.map((ground): [string, string, number] => [ink, ground, 3]),
    ),
    ...['waiting', 'held', 'alarm', 'received'].map((fill): [string, string, number] => [
      `on-${fill}`,
      fill,
      4.5,
    ]),
  ]
  for (const [ink, ground, least] of pairs) {
    for (const scheme of schemes) {
      const found = contrast(token(ink)[scheme], token(ground)[scheme])
      assert.ok(found >= least, `${ink} on ${ground} (${scheme}): ${found.toFixed(2)}`)
    }
  }
})

/** Machado, Oliveira and Fernandes 2009, severity 1: how the colour looks without one kind of cone. */
const blindness: Record<string, readonly [Colour, Colour, Colour]> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function oklab(colour: Colour): Colour {
  const [l, m, s] = mix(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  ).map(Math.cbrt)
  return mix(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [l ?? 0, m ?? 0, s ?? 0],
  )
}

function mix(rows: readonly [Colour, Colour, Colour], [a, b, c]: Colour): Colour {
  const row = ([x, y, z]: Colour) => x * a + y * b + z * c
  return [row(rows[0]), row(rows[1]), row(rows[2])]
}

test('fills stay apart from fills, and outlines from outlines, also to eyes without one kind of cone', () => {
  const groups = [
    ['waiting', 'held', 'alarm'],
    ['open', 'received'],
  ]
  const pairs = groups.flatMap((names) =>
    names.flatMap((a, at) => names.slice(at + 1).map((b) => [a, b] as const)),
  )
  for (const [a, b] of pairs) {
    for (const scheme of schemes) {
      for (const [name, rows] of Object.entries(blindness)) {
        const seen = [a, b].map((which) => oklab(mix(rows, token(which)[scheme])))
        const [one = [0, 0, 0], other = [0, 0, 0]] = seen
        const apart = Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
        assert.ok(apart >= 0.1, `${a} and ${b} with ${name} (${scheme}): ${apart.toFixed(2)}`)
        const lightness = Math.abs(oklab(token(a)[scheme])[0] - oklab(token(b)[scheme])[0])
        assert.ok(
          lightness >= 0.08,
          `${a} and ${b} in lightness (${scheme}): ${lightness.toFixed(2)}`,
        )
      }
    }
  }
})
