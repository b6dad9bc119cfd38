import { ensureInstalled } from './parts/installed.js'
import { runParts } from './parts/product.js'
import { launch } from './parts/refusal.js'

await launch(async () => {
  await ensureInstalled({ withDev: false })
  const address = `http://127.0.0.1:${process.env.SANDBOX_PORT || 4010}`
  const sandbox = {
    name: 'The sandbox',
    args: ['sandbox/main.ts'],
    env: {},
    readyAddress: `${address}/rest/v1/server`,
  }
  return runParts([sandbox], {
    readyWithinMs: 30_000,
    whenReady: () => console.log('Press Ctrl-C to stop.'),
  })
})
