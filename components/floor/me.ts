import type { Session } from '#contract/session.ts'
import type { View } from '#contract/view.ts'

/** Who looks at the floor, and how this person wanted to see it when the page was made. */
export interface Me {
  session: Session
  view: View
}

/** The name under which this person can say that they go; null for somebody who only looks. */
export function goesAs({ session }: Me): string | null {
  return session.permissions.includes('write_orders') ? session.staffId : null
}
