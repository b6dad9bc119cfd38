import type { SandboxControl } from './fixtures/sandbox-control.ts'
import { openTable, tile } from './people/staff.ts'
import { expect, testWith } from './people/test.ts'

/** A house in which codes of no register are left to people until the test says otherwise. */
const test = testWith(
  { WALLET_CALLS_PER_MINUTE: '2000', WALLET_CALLS_PER_HOUR: '50000' },
  { rateLimit: false },
)

test('law 7: a code of no register stands apart, names its near miss, and can be left open or registered', async ({
  staffPage: staff,
  managerPage: manager,
  sandbox,
}) => {
  await manager.goto('/')
  const registered = await manager.request.post('/api/tables', {
    headers: { origin: new URL(manager.url()).origin },
    data: {
      tables: [
        { locationId: 3, identifier: 'TABLE 11', name: 'TABLE 11', area: null, seats: null },
      ],
    },
  })
  expect(registered.status()).toBe(200)

  await scan(sandbox, 'TABEL 11')
  await staff.goto('/')
  await expect(tile(staff, 'TABEL 11')).toContainText('Unregistered code')
  await expect(tile(staff, 'TABEL 11')).toContainText('by itself in')
  const needsYou = staff.getByRole('navigation', { name: 'Needs you' })
  await expect(needsYou).toContainText('Nobody needs you right now')
  await openTable(staff, 'TABEL 11', 'Unregistered code')
  const notice = staff.getByRole('region', { name: 'This code is no table of yours' })
  await expect(notice).toContainText('Is it TABLE 11?')
  await expect(notice).toContainText('It is closed by itself in')
  await expect(notice.getByRole('button', { name: 'Register it as a table' })).toHaveCount(0)
  await notice.getByRole('button', { name: 'Leave it open' }).click()
  await expect(notice).toContainText('Somebody wants it open')

  await manager.reload()
  await openTable(manager, 'TABEL 11', 'Unregistered code')
  await manager.getByRole('button', { name: 'Register it as a table' }).click()
  const dialog = manager.getByRole('dialog')
  await expect(dialog).toContainText('It is nearly TABLE 11, which is registered already.')
  await dialog.getByLabel('Name of the table').fill('Window')
  await dialog.getByRole('button', { name: 'Register the table' }).click()
  await expect(dialog).toBeHidden()
  await expect(manager.getByRole('heading', { level: 1, name: 'Window' })).toBeVisible()
  await expect(notice).toHaveCount(0)
})

test('law 7: an alarm over many codes shows on every screen, leads to them, and is seen once for all', async ({
  staffPage: staff,
  managerPage: manager,
  sandbox,
}) => {
  await manager.goto('/')
  await manager.request.post('/api/tables', {
    headers: { origin: new URL(manager.url()).origin },
    data: {
      tables: [{ locationId: 3, identifier: 'TABLE 1', name: 'TABLE 1', area: null, seats: null }],
    },
  })
  await manager.request.put('/api/settings', {
    headers: { origin: new URL(manager.url()).origin },
    data: { burstCodes: 2, strangers: [{ locationId: 3, graceSeconds: null }] },
  })
  await staff.goto('/')
  await scan(sandbox, 'ALPHA')
  await scan(sandbox, 'OMEGA')
  const alarm = (page: typeof staff) =>
    page.getByRole('alert').filter({ hasText: 'unregistered codes since' })
  await expect(alarm(staff)).toBeVisible({ timeout: 20_000 })
  await expect(alarm(manager)).toContainText('Somebody is probably making codes up')
  await alarm(staff).getByRole('button', { name: 'Show them' }).click()
  await expect(tile(staff, 'ALPHA')).toBeVisible()
  await alarm(staff).getByRole('button', { name: 'I have seen it' }).click()
  await expect(alarm(staff)).toBeHidden()
  await expect(alarm(manager)).toBeHidden()
})

/** Somebody comes with a code that the guest's phone does not offer. */
async function scan(sandbox: SandboxControl, identifier: string): Promise<void> {
  await sandbox.control('scan', {
    guest: `guest of ${identifier}`,
    code: `PAYSERA*3:${identifier}`,
  })
}
