import { ProblemError } from '#components/http/problem-error.ts'

/** What a call brought, or why it brought nothing. */
export async function attempt<T>(call: Promise<T>): Promise<T | ProblemError> {
  try {
    return await call
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}
