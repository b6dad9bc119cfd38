import { run } from './commands.js'
import { asOne } from './results.js'

/** Format, lint and types; all of them run, whatever the first one says. */
export async function runChecks() {
  return [
    await asOne('format', run('oxfmt', ['--check', '.'])),
    await asOne('lint', run('oxlint', ['--type-aware', '.'])),
    await asOne('types', checkTypes()),
  ]
}

async function checkTypes() {
  // Next writes the types of our addresses, which a fresh clone does not have.
  const generated = await run('next', ['typegen'])
  return generated === 0 ? run('tsc', ['--noEmit']) : generated
}
