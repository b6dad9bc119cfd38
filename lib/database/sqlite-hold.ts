import 'server-only'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { log } from '#lib/runtime/log.ts'
import type { Hold, Holder } from './hold.ts'
import { makeFolderOf } from './sqlite.ts'
import { isBusy } from './sqlite-trouble.ts'

/**
 * Holds a file beside the database for as long as this process lives. The operating system lets go of it when the
 * process dies. Who holds it stands in a second file, since nobody else can read the first one meanwhile.
 */
export function takeSqlite(path: string): Hold | Holder {
  makeFolderOf(path)
  const lock = new DatabaseSync(`${path}.lock`)
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive')
  } catch (error) {
    lock.close()
    if (isBusy(error)) return { holder: holderOf(path) }
    throw error
  }
  sign(path)
  return {
    isKept: () => true,
    takenOver: new Promise(() => {}),
    release: () => {
      rmSync(signatureOf(path), { force: true })
      lock.close()
      return Promise.resolve()
    },
  }
}

function sign(path: string): void {
  try {
    rmSync(signatureOf(path), { force: true })
    writeFileSync(signatureOf(path), String(process.pid))
  } catch (err) {
    // On a full disk the next one's refusal says less, which is no reason not to start.
    log().warn({ err }, 'the number of this process could not be written down')
  }
}

function holderOf(path: string): string {
  try {
    const pid = readFileSync(signatureOf(path), 'utf8')
    return /^\d+$/.test(pid) ? `process ${pid}` : 'its process is not known'
  } catch {
    return 'its process is not known'
  }
}

function signatureOf(path: string): string {
  return `${path}.pid`
}
