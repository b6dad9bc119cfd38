import { ensureInstalled } from './parts/installed.js'
import { run } from './parts/commands.js'
import { launch } from './parts/refusal.js'

await launch(async () => {
  await ensureInstalled({ withDev: true })
  return run('node', [
    '--conditions=react-server',
    'bin/front/testing/soak-for.ts',
    ...process.argv.slice(2),
  ])
})
