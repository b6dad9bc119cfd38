import { refusedExitCode } from '../parts/refusal.js'

/** Ends the process with the sentence of an error of code `environment`; other errors are thrown on. */
export function refuseOrThrow(error: unknown): never {
  if (!(error instanceof Error && 'code' in error && error.code === 'environment')) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(refusedExitCode)
}
