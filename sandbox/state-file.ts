import {
  mkdirSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { isWalletState, type WalletState } from './core/state.ts'

/** What a file keeps between two runs. */
export interface Kept {
  state: WalletState
  callbackKey: string | null
  isSimulating: boolean
}

/** What the file holds; `undefined` when there is none. A file that makes no sense is set aside. */
export function loadKept(path: string, complain: (sentence: string) => void): Kept | undefined {
  if (!existsSync(path)) return undefined
  try {
    const kept: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (isKept(kept)) return kept
  } catch {
    // Falls through to the same sentence: unreadable and senseless are one to the person who reads it.
  }
  const aside = `${path}.broken`
  renameSync(path, aside)
  complain(
    `The sandbox's state in ${path} makes no sense; it is now ${aside}, and the seed is used.`,
  )
  return undefined
}

/** Writes beside the file and renames, so that a reader finds the old state or the new one. */
export function saveKept(path: string, kept: Kept): void {
  mkdirSync(dirname(path), { recursive: true })
  const beside = `${path}.new`
  const file = openSync(beside, 'w', 0o600)
  try {
    writeSync(file, JSON.stringify(kept))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(beside, path)
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false
  if (!('state' in value) || !('callbackKey' in value) || !('isSimulating' in value)) return false
  const { state, callbackKey, isSimulating } = value
  return (
    isWalletState(state) &&
    (callbackKey === null || typeof callbackKey === 'string') &&
    typeof isSimulating === 'boolean'
  )
}
