import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { run } from './commands.js'
import { results } from './results.js'

/** On a quiet machine the longest one, a proof by thousands of plays, takes two minutes. */
const longestFileMs = 900_000

/** The tests that stand beside the code, the database's and the HTTP ones among them. */
export async function runUnitTests(outputDir) {
  const countsPath = join(outputDir, 'unit-tests.json')
  const exitCode = await run('node', [
    '--conditions=react-server',
    '--test',
    `--test-concurrency=${Math.max(2, availableParallelism())}`,
    `--test-timeout=${longestFileMs}`,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./bin/parts/counts-reporter.js',
    `--test-reporter-destination=${countsPath}`,
    '**/*.test.ts',
  ])
  const { passed = 0, failed = 0, cancelled = 0, skipped = 0, todo = 0 } = readCounts(countsPath)
  const broken = failed + cancelled
  return results({
    passed,
    failed: exitCode === 0 ? broken : Math.max(1, broken),
    skipped: skipped + todo,
  })
}

function readCounts(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}
