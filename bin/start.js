import { askedToEnd } from './parts/asked-to-end.js'
import { ensureBuilt, isBuilt } from './parts/built.js'
import { greeting } from './parts/greeting.js'
import { ensureInstalled } from './parts/installed.js'
import { partsOf, readEnvironment, requireFreePorts, runParts } from './parts/product.js'
import { launch } from './parts/refusal.js'

await launch(async () => {
  void askedToEnd()
  await ensureInstalled({ withDev: !isBuilt() })
  const facts = readEnvironment()
  const parts = partsOf(facts, { nodeEnv: 'production' })
  await requireFreePorts(parts)
  await ensureBuilt()
  return runParts(parts, {
    readyWithinMs: 30_000,
    whenReady: () => console.log(greeting(facts)),
  })
})
