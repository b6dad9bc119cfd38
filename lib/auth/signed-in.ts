import 'server-only'
import type { Permission, Role } from '#contract/permission.ts'

/** A person with a live session. */
export interface SignedIn {
  sessionId: string
  staffId: string
  name: string
  email: string
  role: Role
  permissions: readonly Permission[]
}
