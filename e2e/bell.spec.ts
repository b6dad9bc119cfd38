import type { Page } from '@playwright/test'
import { inNewsTime, tile } from './people/staff.ts'
import { expect, testUncounted } from './people/test.ts'

const test = testUncounted()

declare global {
  interface Window {
    /** How many notes the page has played, and how often it has trembled. */
    notes: number
    trembles: number
  }
}

test('after "Start shift" the bell rings for a new guest until somebody goes, and again when nobody does any more', async ({
  staffPage: page,
  sandbox,
}) => {
  await listen(page)
  await page.clock.install()
  await page.goto('/')
  await expect(tile(page, 'TABLE1', 'Free')).toBeVisible()
  await page.getByRole('button', { name: 'Start shift' }).click()
  await expect(page.getByRole('button', { name: 'The bell' })).toBeVisible()
  expect(await heard(page)).toEqual({ notes: 0, trembles: 0 })

  await sandbox.scan('guest of TABLE1', 'TABLE1')
  await expect(tile(page, 'TABLE1', 'Waiting')).toBeVisible(inNewsTime)
  await expect.poll(() => heard(page)).toEqual({ notes: 2, trembles: 1 })
  await page.clock.fastForward(16_000)
  await expect.poll(() => heard(page)).toEqual({ notes: 4, trembles: 2 })

  const goes = page.getByRole('button', { name: 'I’m going to TABLE1' })
  await goes.click()
  await expect(goes).toHaveAttribute('aria-pressed', 'true')
  await page.clock.fastForward(60_000)
  expect(await heard(page)).toEqual({ notes: 4, trembles: 2 })

  await goes.click()
  await expect(goes).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(() => heard(page)).toEqual({ notes: 6, trembles: 3 })
})

test('a device that turned its sound off only trembles, also in its next shift', async ({
  staffPage: page,
  sandbox,
}) => {
  await listen(page)
  await page.goto('/')
  await page.getByRole('button', { name: 'Start shift' }).click()
  await page.getByRole('button', { name: 'The bell' }).click()
  await expect(page.getByText('A phone hears nothing while its screen is off.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Sound' }).uncheck()
  await page.getByRole('button', { name: 'End shift' }).click()
  await page.reload()
  await page.getByRole('button', { name: 'Start shift' }).click()
  await page.getByRole('button', { name: 'The bell' }).click()
  await expect(page.getByRole('checkbox', { name: 'Sound' })).not.toBeChecked()

  await sandbox.scan('guest of TABLE2', 'TABLE2')
  await expect(tile(page, 'TABLE2', 'Waiting')).toBeVisible(inNewsTime)
  await expect.poll(async () => (await heard(page)).trembles).toBeGreaterThan(0)
  expect((await heard(page)).notes).toBe(0)
})

/** Has the page count what it plays, since a test has no ears. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.notes = 0
    window.trembles = 0
    const OwnOscillator = OscillatorNode
    window.OscillatorNode = class extends OwnOscillator {
      override start(when?: number): void {
        window.notes += 1
        super.start(when)
      }
    }
    navigator.vibrate = () => {
      window.trembles += 1
      return true
    }
  })
}

function heard(page: Page): Promise<{ notes: number; trembles: number }> {
  return page.evaluate(() => ({ notes: window.notes, trembles: window.trembles }))
}
