import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runBrowserTests } from './parts/browser-tests.js'
import { build } from './parts/built.js'
import { runChecks } from './parts/checks.js'
import { ensureInstalled } from './parts/installed.js'
import { launch } from './parts/refusal.js'
import { asOne, inWords, total } from './parts/results.js'
import { runUnitTests } from './parts/unit-tests.js'

const outputDir = mkdtempSync(join(tmpdir(), 'spotboard-test-'))
const steps = []

await launch(async () => {
  await ensureInstalled({ withDev: true })
  steps.push(...(await runChecks()))
  steps.push(await asOne('build', build()))
  steps.push(await runUnitTests(outputDir))
  steps.push(await runBrowserTests(outputDir))
  return 0
}).catch((error) => {
  console.error(error)
  process.exitCode = 1
})

rmSync(outputDir, { recursive: true, force: true })
// A refusal or a mistake of ours on the way stopped the steps that were left.
if (process.exitCode !== 0) steps.push({ passed: 0, failed: 1, skipped: 0 })
const sum = total(steps)
console.log(inWords(sum))
if (sum.failed > 0) process.exitCode = 1
