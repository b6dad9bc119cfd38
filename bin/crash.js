import { ensureBuilt } from './parts/built.js'
import { run } from './parts/commands.js'
import { ensureInstalled } from './parts/installed.js'
import { launch } from './parts/refusal.js'

await launch(async () => {
  await ensureInstalled({ withDev: true })
  await ensureBuilt()
  return run('node', ['e2e/kills/main.ts', ...process.argv.slice(2)])
})
