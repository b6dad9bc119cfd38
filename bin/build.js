import { build } from './parts/built.js'
import { ensureInstalled } from './parts/installed.js'
import { launch } from './parts/refusal.js'

await launch(async () => {
  await ensureInstalled({ withDev: true })
  return build()
})
