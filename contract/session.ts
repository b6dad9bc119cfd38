import * as z from 'zod/mini'
import { permissions, roles } from './permission.ts'
import { typedText } from './typed-text.ts'

export const SignIn = z.strictObject({
  email: z.string().check(z.trim(), z.minLength(3), z.maxLength(254)),
  password: z.string().check(z.minLength(1), z.maxLength(200)),
})

export const SetUp = z.strictObject({
  token: z.string().check(z.minLength(1), z.maxLength(200)),
  name: typedText(60),
  email: z.string().check(z.trim(), z.email(), z.maxLength(254)),
  password: z.string().check(z.minLength(10), z.maxLength(200)),
})

/** Practice runs against the sandbox and never looks like money (law 13). */
export const modes = ['practice', 'real'] as const
export type Mode = (typeof modes)[number]

/** Who is signed in and what this person may do. */
export const Session = z.strictObject({
  staffId: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  permissions: z.array(z.enum(permissions)),
  mode: z.enum(modes),
  /** The connection is plain HTTP on a network, which managers are told. */
  unprotected: z.boolean(),
})

export type Session = z.infer<typeof Session>
