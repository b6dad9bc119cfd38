import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { answers, expectAllGone, openStream, signedInCookie, test } from './fixtures/launch.ts'
import { killGroup, pidOfChild } from './fixtures/process-tree.ts'
import { readyWords } from './fixtures/running-product.ts'
import { startProcess } from './fixtures/started-process.ts'

test('built once, the product neither installs nor builds, and says where and for whom', async ({
  launch,
  npmStart,
}) => {
  const npm = npmStart()
  await npm.says(readyWords)
  expect(npm.output()).not.toMatch(/Installing|Building/)
  for (const words of [
    launch.baseURL,
    launch.sandboxURL,
    'manager@spotboard.test / demo-manager-1',
    'staff@spotboard.test / demo-staff-1',
    'Practice: no real money',
  ]) {
    expect(npm.output()).toContain(words)
  }
  expect(await answers(`${launch.baseURL}/api/ready`)).toBe(true)
  expect(await answers(launch.sandboxURL)).toBe(true)
})

test('Ctrl-C ends everything in order, an open stream included, and the next start works', async ({
  launch,
  npmStart,
}) => {
  const npm = npmStart()
  await npm.says(readyWords)
  const stream = await openStream(launch.baseURL)
  killGroup(npm.child.pid, 'SIGINT')
  await npm.ended
  await expectAllGone(launch)
  await stream.ended
  expect(npm.output()).not.toMatch(/did not end|failed to end|ended by itself/)

  await npmStart().says(readyWords)
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`a ${signal} that only npm gets ends everything, and the next start works`, async ({
    launch,
    npmStart,
  }) => {
    const npm = npmStart()
    await npm.says(readyWords)
    npm.child.kill(signal)
    await expectAllGone(launch)
    await npmStart().says(readyWords)
  })
}

test('the development server answers pages whose address names something', async ({ launch }) => {
  test.slow()
  const dev = startProcess('npm', ['run', 'dev'], launch.env)
  try {
    await dev.says(readyWords)
    const cookie = await signedInCookie(launch.baseURL)
    const page = await fetch(`${launch.baseURL}/spots/1`, { headers: { cookie } })
    expect(page.status).toBe(200)
  } finally {
    killGroup(dev.child.pid, 'SIGINT')
    await dev.ended
  }
})

test('a launcher that is killed outright leaves nothing behind', async ({ launch, npmStart }) => {
  const npm = npmStart()
  await npm.says(readyWords)
  killGroup(npm.child.pid, 'SIGKILL')
  await expectAllGone(launch)
})

test('an npm that is killed outright leaves nothing behind', async ({ launch, npmStart }) => {
  const npm = npmStart()
  await npm.says(readyWords)
  npm.child.kill('SIGKILL')
  await expectAllGone(launch)
})

test('asked to end, the launcher itself ends with exit code 0', async ({ launch }) => {
  const launcher = startProcess('node', ['bin/start.js'], launch.env)
  await launcher.says(readyWords)
  launcher.child.kill('SIGTERM')
  expect(await launcher.ended).toEqual({ code: 0, signal: null })
})

test('if the sandbox dies, one sentence says so and the dashboard ends too', async ({ launch }) => {
  const launcher = startProcess('node', ['bin/start.js'], launch.env)
  await launcher.says(readyWords)
  killGroup(await pidOfChild(launcher.child.pid, 'sandbox/main.ts'))
  expect(await launcher.ended).toEqual({ code: 1, signal: null })
  expect(launcher.output()).toContain('The sandbox ended by itself (SIGKILL), so Spotboard stops.')
  await expectAllGone(launch)
})

const senseless: [name: string, env: Record<string, string>][] = [
  ['PORT', { PORT: 'http' }],
  ['WALLET_MAC_KEY', { WALLET_CLIENT_ID: 'merchant' }],
  ['WALLET_API_URL', { WALLET_API_URL: 'https://wallet.paysera.com' }],
  ['DATA_DIR', { DATA_DIR: '/dev/null/data' }],
]

for (const [name, env] of senseless) {
  test(`a senseless ${name} stops the start with one sentence and exit code 1`, async ({
    launch,
  }) => {
    const launcher = startProcess('node', ['bin/start.js'], { ...launch.env, ...env })
    expect(await launcher.ended).toEqual({ code: 1, signal: null })
    expect(launcher.output()).toMatch(new RegExp(`^${name} must be [^\n]+\\.\n$`))
  })
}

for (const name of ['PORT', 'SANDBOX_PORT']) {
  test(`a ${name} in use is one sentence that names it`, async ({ launch }) => {
    const holder = createServer().listen(Number(launch.env[name]), '127.0.0.1')
    await once(holder, 'listening')
    const launcher = startProcess('node', ['bin/start.js'], launch.env)
    expect(await launcher.ended).toEqual({ code: 1, signal: null })
    expect(launcher.output()).toMatch(new RegExp(`^${name} must be a free port: [^\n]+\\.\n$`))
    holder.close()
  })
}

test('law 13: a real start on a practice database stops with one sentence', async ({ launch }) => {
  const practice = startProcess('node', ['bin/start.js'], launch.env)
  await practice.says(readyWords)
  practice.child.kill('SIGTERM')
  await practice.ended

  const real = startProcess('node', ['bin/start.js'], {
    ...launch.env,
    WALLET_CLIENT_ID: 'merchant',
    WALLET_MAC_KEY: 'key',
    WALLET_API_URL: launch.sandboxURL,
    DATABASE_URL: `file:${join(launch.env['DATA_DIR'] ?? '', 'practice.db')}`,
  })
  expect(await real.ended).toEqual({ code: 1, signal: null })
  expect(real.output()).toMatch(/^DATABASE_URL names a database of practice mode[^\n]+\.\n$/)
})
