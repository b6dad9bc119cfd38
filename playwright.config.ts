import { defineConfig, devices } from '@playwright/test'

const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/fixtures/build-if-needed.ts',
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  // A shared machine may stall for longer than a test waits; what needs a second try is listed as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices['Desktop Chrome'],
    trace: 'on-first-retry',
    launchOptions: {
      ...browserProgram(process.env['CHROMIUM_PATH']),
      // A browser that looks for updates or accounts waits for them where the internet cannot be reached.
      args: [
        ...(isRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        '--disable-quic',
      ],
    },
  },
  projects: [{ name: 'chromium' }],
})

/** Without a program of its own, Playwright takes the browser that it downloaded. */
function browserProgram(executablePath = ''): { executablePath?: string } {
  return executablePath === '' ? {} : { executablePath }
}
