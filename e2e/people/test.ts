import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { test as ofProduct, expect } from '../fixtures/test.ts'
import { sandboxControl } from '../fixtures/sandbox-control.ts'
import { checkIn } from './guest.ts'
import { discardProduct, startProduct, type RunningProduct } from '../fixtures/running-product.ts'

export { expect }

interface People {
  /** A page of somebody else who is signed in, in a profile of its own. */
  pageOf: (role: 'manager' | 'staff', options?: BrowserContextOptions) => Promise<Page>
  /** The phone of a new guest, who has checked in at a table. */
  guestAt: (table: string) => Promise<Page>
  quietBrowser: void
}

const phoneSize = { width: 390, height: 844 }

/** What Chromium says by itself about every answer of 400 and above; each test judges its answers on the screen. */
const answerNotice = /^Failed to load resource: /

/** Nothing that runs in a browser may complain: no error, no warning, no refusal by the Content-Security-Policy. */
const onProduct = ofProduct.extend<People>({
  viewport: { width: 1280, height: 800 },

  quietBrowser: [
    async ({ browser }, use) => {
      const complaints: string[] = []
      const listen = (context: BrowserContext): void => {
        context.on('weberror', (error) => complaints.push(String(error.error())))
        context.on('console', (message) => {
          const isComplaint = message.type() === 'error' || message.type() === 'warning'
          if (isComplaint && !answerNotice.test(message.text())) complaints.push(message.text())
        })
      }
      browser.on('context', listen)
      await use()
      browser.off('context', listen)
      expect(complaints, 'what the browsers complained about').toEqual([])
    },
    { auto: true },
  ],

  pageOf: async ({ browser, baseURL, managerState, staffState }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (role, options) => {
      const storageState = role === 'manager' ? managerState : staffState
      const context = await browser.newContext({
        ...(baseURL === undefined ? {} : { baseURL }),
        storageState,
        ...options,
      })
      contexts.push(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },

  guestAt: async ({ browser, product }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (table) => {
      const context = await browser.newContext({ viewport: phoneSize })
      contexts.push(context)
      const phone = await context.newPage()
      await phone.goto(`${product.sandboxURL}/?guest=${encodeURIComponent(`guest of ${table}`)}`)
      await checkIn(phone, table)
      return phone
    })
    for (const context of contexts) await context.close()
  },
})

/** The same, on a product and a wallet with other settings. */
export function testWith(
  env: Record<string, string>,
  wallet: Record<string, string | boolean> = {},
) {
  return onProduct.extend<object, { product: RunningProduct }>({
    product: [
      // oxlint-disable-next-line no-empty-pattern
      async ({}, use) => {
        const product = await startProduct(env)
        await sandboxControl(product.sandboxURL).control('settings', wallet)
        await use(product)
        await discardProduct(product)
      },
      { scope: 'worker', timeout: 60_000 },
    ],
  })
}

/** Tests follow each other faster than guests do, so here nobody counts the calls. */
export const test = testUncounted()

/** The same again, in a café that this caller's tests have for themselves: all of its tables are free. */
export function testUncounted() {
  return testWith(
    { WALLET_CALLS_PER_MINUTE: '2000', WALLET_CALLS_PER_HOUR: '50000' },
    { rateLimit: false },
  )
}
