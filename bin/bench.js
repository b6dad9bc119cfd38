import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './parts/commands.js'
import { ensureInstalled } from './parts/installed.js'
import { root } from './parts/place.js'
import { launch, Refusal } from './parts/refusal.js'

await launch(async () => {
  await ensureInstalled({ withDev: true })
  const folder = join(root, 'bench')
  const benches = existsSync(folder)
    ? readdirSync(folder).filter((name) => /(?<!\.test)\.ts$/.test(name))
    : []
  if (benches.length === 0) throw new Refusal('There are no benchmarks: bench/ holds no .ts file.')
  const codes = []
  benches.sort()
  for (const name of benches) {
    console.log(`\n${name}`)
    codes.push(await run('node', ['--conditions=react-server', join('bench', name)]))
  }
  return codes.every((code) => code === 0) ? 0 : 1
})
