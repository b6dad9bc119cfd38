import 'server-only'
import * as z from 'zod/mini'
import { problem, type FieldError } from '#lib/runtime/problem.ts'

// The mini build speaks no language of its own: every message would be "Invalid input".
z.config(z.locales.en())

/** What a body of thousands of wrong lines answers with is enough to mend the first ones. */
const SHOWN_ERRORS = 20

export type Schema<T> = z.core.$ZodType<T>

export function parseBody<T>(schema: Schema<T>, value: unknown): T {
  const parsed = z.safeParse(schema, value)
  if (parsed.success) return parsed.data
  throw invalid(fieldErrors(parsed.error.issues))
}

/** An id that cannot be one names nothing, so it is `not_found` like an id that nobody has. */
export function parseParams<T>(schema: Schema<T>, value: unknown): T {
  const parsed = z.safeParse(schema, value)
  if (parsed.success) return parsed.data
  throw problem('not_found')
}

export function invalid(errors: readonly FieldError[]) {
  return problem('invalid', { errors: errors.slice(0, SHOWN_ERRORS) })
}

function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  return issues.flatMap((issue) => {
    const path = issue.path.map(String)
    // Where not even the field that tells the shapes apart makes sense, none of them is near.
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) {
      return { path: path.join('.'), message: issue.message }
    }
    return fieldErrors(nearest(issue.errors)).map((error) => ({
      path: [...path, error.path].filter(Boolean).join('.'),
      message: error.message,
    }))
  })
}

/** Of several shapes that a body may have, the one that it was probably meant to be: it knows most of the fields. */
function nearest(shapes: readonly (readonly z.core.$ZodIssue[])[]) {
  return shapes.toSorted((a, b) => unknownFields(a) - unknownFields(b))[0] ?? []
}

function unknownFields(issues: readonly z.core.$ZodIssue[]): number {
  return issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : [])).length
}
