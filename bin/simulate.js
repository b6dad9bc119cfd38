import { join } from 'node:path'
import { run } from './parts/commands.js'
import { ensureInstalled } from './parts/installed.js'
import { launch } from './parts/refusal.js'

await launch(async () => {
  await ensureInstalled({ withDev: true })
  const args = ['--conditions=react-server', join('simulate', 'main.ts'), ...process.argv.slice(2)]
  return run('node', args)
})
