import { runChecks } from './parts/checks.js'
import { ensureInstalled } from './parts/installed.js'
import { launch } from './parts/refusal.js'
import { total } from './parts/results.js'

await launch(async () => {
  await ensureInstalled({ withDev: true })
  const { failed } = total(await runChecks())
  return failed === 0 ? 0 : 1
})
