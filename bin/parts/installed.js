import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ask, runQuietly } from './commands.js'
import { environmentWithoutInstalled, root } from './place.js'
import { Refusal } from './refusal.js'

const neededMajor = 24

/**
 * Installs the packages of package-lock.json unless they are there, and makes sure of the Node.js
 * that comes with them. What only building and testing needs may be missing where it is not asked for.
 * @param {{ withDev: boolean }} needs
 */
export async function ensureInstalled({ withDev }) {
  if (!isInstalled({ withDev })) {
    // Development packages build the product, so they are named: NODE_ENV=production leaves them out.
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund']
    await runQuietly('Installing packages (a minute or two) …', 'npm', args, {
      env: environmentWithoutInstalled(),
    })
  }
  requireNode()
}

/** Compares contents, since a copied or freshly cloned folder has file times that mean nothing. */
function isInstalled({ withDev }) {
  const wanted = readPackages('package-lock.json')
  const present = readPackages(join('node_modules', '.package-lock.json'))
  return Object.entries(wanted).every(([path, { version, optional, dev, devOptional }]) => {
    if (path === '') return true
    const found = present[path]
    if (found === undefined) return optional || ((dev || devOptional) && !withDev)
    return found.version === version
  })
}

function readPackages(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages
  } catch {
    return {}
  }
}

function requireNode() {
  const version = ask('node', ['--version'])
  if (Number(version?.match(/^v(\d+)\./)?.[1]) >= neededMajor) return
  throw new Refusal(
    `Spotboard needs Node.js ${neededMajor}, and \`node\` is ${version ?? 'missing'}: no package brings one ` +
      `for ${process.platform} ${process.arch}, so install it from https://nodejs.org and try again.`,
  )
}
