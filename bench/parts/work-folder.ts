import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Inside the project and not in the system's folder for such things, which may lie in memory and sync nothing. */
const work = join(import.meta.dirname, '..', '.work')

let ofThisProcess: string | undefined

/** A new empty folder on the project's file system, which goes when the process ends. */
export function workFolder(): string {
  ofThisProcess ??= folderUntilExit()
  return mkdtempSync(join(ofThisProcess, 'part-'))
}

function folderUntilExit(): string {
  mkdirSync(work, { recursive: true })
  const folder = mkdtempSync(join(work, 'run-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
