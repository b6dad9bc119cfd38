import 'server-only'
import { resolve } from 'node:path'

/** The file that a `file:` address names. */
export function pathOf(databaseUrl: string): string {
  return resolve(databaseUrl.replace(/^file:(\/\/)?/, ''))
}
