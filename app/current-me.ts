import 'server-only'
import { cache } from 'react'
import type { Me } from '#components/floor/me.ts'
import { database } from '#lib/database/connection.ts'
import { readView } from '#lib/floor/views.ts'
import { requireSession } from './require-session.ts'

/** Who looks at the board and how; asked once a render, however many layouts want to know. */
export const currentMe = cache(async (): Promise<Me> => {
  const session = await requireSession()
  return { session, view: await readView(await database(), session.staffId) }
})
