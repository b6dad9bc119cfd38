/** A reason to stop that a person can act on: the launcher prints the sentence and no stack. */
export class Refusal extends Error {}

/** Children that printed such a sentence themselves leave with this code, so that nobody adds to it. */
export const refusedExitCode = 78

/**
 * Runs a command's main function. Its number becomes the exit code; a refusal becomes one sentence
 * and exit code 1.
 * @param {() => number | Promise<number>} main
 */
export async function launch(main) {
  try {
    process.exitCode = await main()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.message !== '') console.error(error.message)
    process.exitCode = 1
  }
}
