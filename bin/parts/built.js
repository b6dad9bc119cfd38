import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { run, runQuietly } from './commands.js'
import { environmentWithInstalled, root } from './place.js'

const stampPath = join(root, '.next', 'built-from')

/** Everything that the build's result depends on. */
const sources = [
  'app',
  'components',
  'contract',
  'lib',
  'public',
  'instrumentation.ts',
  'proxy.ts',
  'next.config.js',
  'postcss.config.mjs',
  'package.json',
  'package-lock.json',
]

export function isBuilt() {
  try {
    return readFileSync(stampPath, 'utf8') === fingerprint()
  } catch {
    return false
  }
}

export async function ensureBuilt() {
  if (isBuilt()) return
  await stamped(() =>
    runQuietly('Building (a minute or so) …', 'next', ['build'], { env: productionEnvironment() }),
  )
}

/** Builds in any case, with the build's output on ours; answers its exit code. */
export async function build() {
  return stamped(() => run('next', ['build'], { env: productionEnvironment() }))
}

/** The stamp goes before and comes after, so that a build that was cut short is never taken for one. */
async function stamped(buildNow) {
  rmSync(stampPath, { force: true })
  const builtFrom = fingerprint()
  const code = (await buildNow()) ?? 0
  if (code === 0) writeFileSync(stampPath, builtFrom)
  return code
}

function productionEnvironment() {
  return environmentWithInstalled({ NODE_ENV: 'production' })
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const path of sources.flatMap((source) => filesIn(source))) {
    hash.update(`${path}\0`).update(
      createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest(),
    )
  }
  return hash.digest('hex')
}

function filesIn(path) {
  const kind = statSync(join(root, path), { throwIfNoEntry: false })
  if (kind === undefined) return []
  if (!kind.isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path]
  const names = readdirSync(join(root, path))
  names.sort()
  return names.flatMap((name) => filesIn(`${path}/${name}`))
}
