import { refusedExitCode } from '../parts/refusal.js'

/** A reason not to start that a person can act on. It is known by its code, whichever room threw it. */
export function isRefusal(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'environment'
}

/** Ends the process with a refusal's sentence; other errors are thrown on. */
export function refuseOrThrow(error: unknown): never {
  if (!isRefusal(error)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(refusedExitCode)
}
