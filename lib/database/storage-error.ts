import 'server-only'

/**
 * The database could not do its work: no room, a failing disk, or no way to reach it. `kept` says what a later look
 * may find of it: `nothing`, or `unknown` where it may have been written although nobody confirmed that.
 */
export interface StorageError extends Error {
  readonly code: 'storage'
  readonly kept: 'nothing' | 'unknown'
}

export function storageError(
  message: string,
  { kept, cause }: Pick<StorageError, 'kept'> & { cause?: unknown },
): StorageError {
  const error = new Error(message, { cause })
  error.name = 'StorageError'
  return Object.assign(error, { code: 'storage', kept } as const)
}

/** By its name, since a server holds several copies of this module. */
export function isStorageError(error: unknown): error is StorageError {
  return error instanceof Error && error.name === 'StorageError' && 'kept' in error
}
