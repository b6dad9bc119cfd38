import { askedToEnd } from './parts/asked-to-end.js'
import { greeting } from './parts/greeting.js'
import { ensureInstalled } from './parts/installed.js'
import { partsOf, readEnvironment, requireFreePorts, runParts } from './parts/product.js'
import { launch } from './parts/refusal.js'

await launch(async () => {
  void askedToEnd()
  await ensureInstalled({ withDev: true })
  const facts = readEnvironment()
  const parts = partsOf(facts, { nodeEnv: 'development' })
  await requireFreePorts(parts)
  return runParts(parts, {
    readyWithinMs: 180_000,
    whenReady: () => console.log(greeting(facts)),
  })
})
