import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))
export const installedCommands = join(root, 'node_modules', '.bin')

const given = (process.env.PATH ?? '').split(delimiter)

/** Commands see the installed Node.js 24 first, whichever version runs this file. */
export function environmentWithInstalled(extra = {}) {
  const path = [installedCommands, ...given].join(delimiter)
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...extra, PATH: path }
}

/**
 * The machine's own commands. npm must not run on the Node.js inside the folder that it replaces,
 * and `npm run` puts that folder in front.
 */
export function environmentWithoutInstalled() {
  const path = given.filter((folder) => !/[\\/]node_modules[\\/]\.bin[\\/]?$/.test(folder))
  return { ...process.env, PATH: path.join(delimiter) }
}
