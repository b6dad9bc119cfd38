import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser.js'
import { run } from './commands.js'
import { environmentWithInstalled } from './place.js'
import { results } from './results.js'

/** The tests against the whole product; those that need a browser fail where there is none. */
export async function runBrowserTests(outputDir) {
  const browser = await ensureBrowser()
  const reportPath = join(outputDir, 'browser-tests.json')
  const exitCode = await run('playwright', ['test', '--reporter=list,json'], {
    env: environmentWithInstalled({
      PLAYWRIGHT_JSON_OUTPUT_FILE: reportPath,
      CHROMIUM_PATH: browser ?? '',
    }),
  })
  const { stats = {}, errors = [] } = readReport(reportPath)
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats
  const failed = unexpected + errors.length
  if (flaky > 0) console.log(`${flaky} passed only at the second try: see "flaky" above.`)
  return results({
    passed: expected + flaky,
    failed: exitCode === 0 ? failed : Math.max(1, failed),
    skipped,
  })
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}
