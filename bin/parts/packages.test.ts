import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'

interface Packed {
  version: string
  integrity?: string
  inBundle?: boolean
}

const root = new URL('../../', import.meta.url)
const own: Record<string, Record<string, string>> = JSON.parse(
  readFileSync(new URL('package.json', root), 'utf8'),
)
const { packages }: { packages: Record<string, Packed> } = JSON.parse(
  readFileSync(new URL('package-lock.json', root), 'utf8'),
)

test('every package that we name has one exact version', () => {
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    for (const [name, version] of Object.entries(own[kind] ?? {})) {
      assert.match(version, /^\d+\.\d+\.\d+(-[\w.]+)?$/, `${name} ${version}`)
      assert.equal(packages[`node_modules/${name}`]?.version, version, name)
    }
  }
})

test('an install on any system gets the very files that were locked', () => {
  const unproven = Object.entries(packages).filter(
    ([path, { integrity, inBundle }]) => path !== '' && !inBundle && integrity === undefined,
  )
  assert.deepEqual(
    unproven.map(([path]) => path),
    [],
  )
})

/** The first version without the holes that its advisories of August 2026 name; React's server parts come inside it. */
const leastNext = '16.3.3'

test(`Next.js is at least ${leastNext}`, () => {
  const version = packages['node_modules/next']?.version ?? ''
  assert.ok(isAtLeast(version, leastNext), version)
})

function isAtLeast(version: string, least: string): boolean {
  const [have, need] = [version, least].map((text) => text.split(/[.-]/, 3).map(Number))
  const first = [0, 1, 2].find((part) => have?.[part] !== need?.[part]) ?? 2
  return (have?.[first] ?? NaN) >= (need?.[first] ?? NaN)
}

test('versions are compared number by number', () => {
  assert.equal(isAtLeast('16.3.3', '16.3.3'), true)
  assert.equal(isAtLeast('16.10.0', '16.3.3'), true)
  assert.equal(isAtLeast('17.0.0', '16.3.3'), true)
  assert.equal(isAtLeast('16.3.2', '16.3.3'), false)
  assert.equal(isAtLeast('15.9.9', '16.3.3'), false)
  assert.equal(isAtLeast('', '16.3.3'), false)
})
