import 'server-only'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { EnvironmentError } from './read-variables.ts'

/** The key that signs session cookies when none is given: made at the first start, kept beside the database. */
export function keptSessionKey(dataDir: string): string {
  const path = join(dataDir, 'session-key')
  const key = readOrMake(dataDir, path)
  if (key.length < 32) {
    throw new EnvironmentError(
      `SESSION_SECRET must be given, or ${path} deleted so that a new key is made: the one in there is too short.`,
    )
  }
  return key
}

function readOrMake(dataDir: string, path: string): string {
  try {
    if (!existsSync(path)) {
      mkdirSync(dataDir, { recursive: true, mode: 0o700 })
      makeUnlessThere(path)
    }
    chmodSync(path, 0o600)
    return readFileSync(path, 'utf8').trim()
  } catch (cause) {
    throw new EnvironmentError(
      `DATA_DIR must be a folder that Spotboard can write to, and ${dataDir} is not.`,
      { cause },
    )
  }
}

/**
 * The key is complete under another name before it gets its own, and `link` never replaces a file.
 * So neither a crash nor a second process that starts at the same time leaves half a key or two.
 */
function makeUnlessThere(path: string): void {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const key = `${randomBytes(32).toString('base64url')}\n`
  writeFileSync(draft, key, { flag: 'wx', mode: 0o600, flush: true })
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    unlinkSync(draft)
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
