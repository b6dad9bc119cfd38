import { requireSession } from '../../require-session.ts'

/** The floor itself is drawn by the layout; without a spot there is nothing beside it. */
export default async function FloorPage() {
  await requireSession()
  return null
}
