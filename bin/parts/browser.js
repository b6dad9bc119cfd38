import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ask, run } from './commands.js'
import { environmentWithInstalled } from './place.js'

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const systemPaths = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
const downloadMs = 300_000

/** The program of a Chromium that runs: found, or installed by whatever this machine offers. */
export async function ensureBrowser() {
  const found = findBrowser() ?? (await download()) ?? (await installPackage())
  if (found === undefined) {
    console.error(
      'There is no Chromium and none could be installed: install Chromium or Google Chrome, or set ' +
        'CHROMIUM_PATH to its program, and run `npm test` again. Tests that need a browser fail now.',
    )
  }
  return found
}

function findBrowser() {
  const { CHROMIUM_PATH, PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH } = process.env
  return [
    CHROMIUM_PATH,
    PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH,
    playwrightsOwn(),
    ...systemNames.map((name) => onPath(name)),
    ...systemPaths,
  ].find((path) => path !== undefined && runs(path))
}

async function download() {
  console.log('There is no Chromium here; asking Playwright for one …')
  await run('playwright', ['install', '--no-shell', 'chromium'], { timeoutMs: downloadMs })
  return findBrowser()
}

/** Debian's package brings the libraries along that a downloaded browser may lack. */
async function installPackage() {
  const asRoot = rootPrefix()
  if (onPath('apt-get') === undefined || asRoot === undefined) return undefined
  console.log("Installing the system's package `chromium` …")
  const env = environmentWithInstalled({ DEBIAN_FRONTEND: 'noninteractive' })
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const [command, ...rest] = [...asRoot, 'apt-get', ...args]
    await run(command, rest, { env })
  }
  return findBrowser()
}

function rootPrefix() {
  if (process.getuid?.() === 0) return []
  return ask('sudo', ['-n', 'true']) === undefined ? undefined : ['sudo', '-n']
}

function playwrightsOwn() {
  return ask('node', ['-p', "require('playwright-core').chromium.executablePath()"])
}

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}

/** Being there is not enough: a wrapper for another package system or a missing library ends at once. */
function runs(path) {
  return existsSync(path) && /chrom/i.test(ask(path, ['--version']) ?? '')
}
