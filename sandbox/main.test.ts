import assert from 'node:assert/strict'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { exchange } from './testing/sandbox-fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
after(() => rmSync(folder, { recursive: true }))

interface Running {
  child: ChildProcess
  url: string
  /** What it said on stderr so far. */
  said: () => string
}

async function start(env: Record<string, string>): Promise<Running> {
  const { child, said } = launch(env)
  const [line] = await once(child.stdout ?? assert.fail('no output'), 'data')
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(line))?.[0]
  assert.ok(url, `said: ${String(line)}`)
  return { child, url, said }
}

function launch(env: Record<string, string>): { child: ChildProcess; said: () => string } {
  const child = fork(new URL('./main.ts', import.meta.url), {
    silent: true,
    env: { ...process.env, SANDBOX_PORT: '0', ...env },
  })
  let text = ''
  child.stderr?.on('data', (chunk) => {
    text += String(chunk)
  })
  return { child, said: () => text }
}

/** Ends the process in the given way and tells its exit code and how long it took. */
async function end(child: ChildProcess, how: () => void): Promise<{ code: unknown; ms: number }> {
  const startedAt = performance.now()
  const exited = once(child, 'exit')
  how()
  const [code] = await exited
  return { code, ms: performance.now() - startedAt }
}

const control = (url: string, name: string, body: object) =>
  exchange(
    url,
    'POST',
    `/__control/${name}`,
    { 'Content-Type': 'application/json' },
    JSON.stringify(body),
  )
const state = (url: string) => exchange(url, 'GET', '/__control/state')

test('what the sandbox holds survives an orderly end and a start', async () => {
  const SANDBOX_STATE = join(folder, 'state.json')
  const first = await start({ SANDBOX_STATE })
  await control(first.url, 'scan', { guest: 'ona', code: 'PAYSERA*3:TABLE1' })
  await control(first.url, 'settings', { openWord: 'opened' })
  await control(first.url, 'advance', { seconds: 5000 })
  const key = (await exchange(first.url, 'GET', '/publickey')).text
  const before = await state(first.url)
  const { code, ms } = await end(first.child, () => first.child.kill('SIGTERM'))
  assert.equal(code, 0)
  assert.ok(ms < 5000, `${ms} ms`)
  assert.equal(statSync(SANDBOX_STATE).mode & 0o777, 0o600)

  const second = await start({ SANDBOX_STATE })
  const later = await state(second.url)
  for (const part of ['spots', 'checkIns', 'guests', 'settings']) {
    assert.deepEqual(later.at(part), before.at(part))
  }
  assert.ok(Number(later.at('now')) >= Number(before.at('now')))
  assert.equal((await exchange(second.url, 'GET', '/publickey')).text, key)
  await end(second.child, () => second.child.kill('SIGINT'))
})

test('a change is on the disk soon after it, not only at the end', async () => {
  const SANDBOX_STATE = join(folder, 'new', 'soon.json')
  const { child, url } = await start({ SANDBOX_STATE })
  await control(url, 'scan', { guest: 'ona', code: 'PAYSERA*3:SOON' })
  while (!existsSync(SANDBOX_STATE)) await new Promise((resolve) => setImmediate(resolve))
  await end(child, () => child.kill('SIGKILL'))
  assert.match(readFileSync(SANDBOX_STATE, 'utf8'), /SOON/)
})

test('a state that makes no sense is set aside with one sentence, and the seed is used', async () => {
  for (const [index, text] of ['{"state":', '{"state":{}}', '[]', ''].entries()) {
    const SANDBOX_STATE = join(folder, `broken-${index}.json`)
    writeFileSync(SANDBOX_STATE, text)
    const { child, url, said } = await start({ SANDBOX_STATE })
    assert.deepEqual((await state(url)).at('checkIns'), [])
    assert.match(said(), /^The sandbox's state in .* makes no sense.*\n$/)
    assert.equal(readFileSync(`${SANDBOX_STATE}.broken`, 'utf8'), text)
    await end(child, () => child.kill('SIGTERM'))
  }
})

test('it ends when its parent goes, even with a call hanging', async () => {
  const { child, url } = await start({})
  await control(url, 'faults', { kind: 'timeout_before' })
  const hanging = exchange(url, 'GET', '/rest/v1/server').catch(() => 'dropped')
  const { ms } = await end(child, () => child.disconnect())
  assert.ok(ms < 5000, `${ms} ms`)
  assert.equal(await hanging, 'dropped')
})

test('a port that is taken or none stops the start with one sentence', async () => {
  const { child, url } = await start({})
  for (const [SANDBOX_PORT, sentence] of [
    [new URL(url).port, /^SANDBOX_PORT must be a free port: [^\n]*EADDRINUSE[^\n]*\n$/],
    ['many', /^SANDBOX_PORT must be a port number from 0 to 65535\.\n$/],
  ] as const) {
    const second = launch({ SANDBOX_PORT })
    const [code] = await once(second.child, 'close')
    assert.equal(code, 78)
    assert.match(second.said(), sentence)
  }
  await end(child, () => child.kill('SIGTERM'))
})
