import { run } from './parts/commands.js'
import { ensureInstalled } from './parts/installed.js'
import { launch } from './parts/refusal.js'

await launch(async () => {
  await ensureInstalled({ withDev: false })
  const args = ['--conditions=react-server', 'lib/auth/reset-manager.ts', ...process.argv.slice(2)]
  return run('node', args)
})
