import type { Dashboard } from '../http/processes.ts'

const ERROR_LEVEL = 50

/** What went wrong in any life of the dashboard that nobody foresaw, in a sentence each. */
export function stumbles({ log }: Dashboard): string[] {
  return log()
    .filter(({ level }) => level >= ERROR_LEVEL)
    .map((line) => `the dashboard stumbled: ${JSON.stringify(line)}`)
}
