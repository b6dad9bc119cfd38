import { callRoute } from '#lib/http/testing/call-route.ts'
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import * as z from 'zod/mini'
import { Menu } from '#contract/menu.ts'
import { demoAccounts } from '#lib/auth/demo-accounts.ts'
import { prepareInstallation } from '#lib/auth/prepare-installation.ts'
import { preparePracticeMenu } from '#lib/menu/practice-menu.ts'
import { shutDown } from '#lib/runtime/lifecycle.ts'
import { POST as signIn } from '../session/route.ts'
import { GET, PUT } from './route.ts'

const folder = mkdtempSync(join(tmpdir(), 'spotboard-menu-'))
Object.assign(process.env, {
  LOG_LEVEL: 'silent',
  DATA_DIR: folder,
  SESSION_SECRET: 's'.repeat(40),
})

before(async () => {
  await prepareInstallation()
  await preparePracticeMenu()
})
after(async () => {
  await shutDown()
  rmSync(folder, { recursive: true })
})

async function cookieOf(role: 'manager' | 'staff'): Promise<string> {
  const account = demoAccounts.find((one) => one.role === role)
  const { email, password } = account ?? {}
  const response = await callRoute(signIn, { method: 'POST', body: { email, password } })
  return response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
}

const readAs = async (cookie: string) =>
  Menu.parse(await (await callRoute(GET, { headers: { cookie } })).json())

const saveAs = (cookie: string, headers: Record<string, string>, body: unknown) =>
  callRoute(PUT, { method: 'PUT', headers: { cookie, ...headers }, body })

test('staff see the menu and a manager writes it; nobody else does either', async () => {
  const staff = await cookieOf('staff')
  const menu = await readAs(staff)
  const match = { 'if-match': `"${menu.version}"` }
  assert.equal((await callRoute(GET)).status, 401)
  assert.equal((await saveAs('', match, { items: [] })).status, 401)
  assert.equal((await saveAs(staff, match, { items: [] })).status, 403)
  assert.deepEqual(await readAs(staff), menu)
})

test('a save names the version that it was made on', async () => {
  const manager = await cookieOf('manager')
  const { version, items } = await readAs(manager)
  assert.equal((await saveAs(manager, {}, { items })).status, 428)
  const saved = await saveAs(manager, { 'if-match': `"${version}"` }, { items: items.slice(1) })
  assert.equal(saved.status, 200)
  const present = Menu.parse(await saved.json())
  assert.equal(present.version, version + 1)
  const late = await saveAs(manager, { 'if-match': `"${version}"` }, { items })
  assert.equal(late.status, 412)
  const conflict = z.object({ code: z.literal('conflict'), menu: Menu }).parse(await late.json())
  assert.deepEqual(conflict.menu, present)
})

test('a menu that cannot be is refused and changes nothing', async () => {
  const manager = await cookieOf('manager')
  const menu = await readAs(manager)
  const item = { title: 'Tea', category: 'Tea', unitPriceMinor: 200, offToday: false }
  const wrong: Record<string, unknown>[] = [
    { unitPriceMinor: -1 },
    { unitPriceMinor: 1.5 },
    { unitPriceMinor: '200' },
    { unitPriceMinor: 10_000_001 },
    { title: '' },
    { title: 'x'.repeat(81) },
    { title: 'a\u202eb' },
    { title: ['Tea'] },
    { category: null },
    { offToday: 'no' },
    { id: 'made-up' },
    { hidden: true },
  ]
  for (const change of wrong) {
    const items = [{ ...item, ...change }]
    const response = await saveAs(manager, { 'if-match': `"${menu.version}"` }, { items })
    assert.equal(response.status, 400, JSON.stringify(change))
  }
  assert.deepEqual(await readAs(manager), menu)
})
