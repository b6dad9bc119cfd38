/** How a step of the tests went. A step that ran nothing proves nothing, so it counts as one failure. */
export function results({ passed = 0, failed = 0, skipped = 0 }) {
  return passed + failed === 0 ? { passed, failed: 1, skipped } : { passed, failed, skipped }
}

export function total(steps) {
  const sum = (word) => steps.reduce((count, step) => count + step[word], 0)
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }
}

export function inWords({ passed, failed, skipped }) {
  const words = `${passed} passed, ${failed} failed`
  return skipped === 0 ? words : `${words}, ${skipped} skipped`
}

/** One result for a step that is a single command. */
export async function asOne(title, exitCode) {
  const isPassed = (await exitCode) === 0
  console.log(`${isPassed ? 'passed' : 'FAILED'}: ${title}\n`)
  return results(isPassed ? { passed: 1 } : { failed: 1 })
}
