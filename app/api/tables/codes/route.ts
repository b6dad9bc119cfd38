import { SheetChoice } from '#contract/code-sheet.ts'
import { describeSheet } from '#lib/codes/describe-sheet.ts'
import { saveSheetChoice } from '#lib/codes/sheet-choice.ts'
import { database } from '#lib/database/connection.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'edit_tables',
    handle: async () => describeSheet(await database()),
  }),
  PUT: route({
    permission: 'edit_tables',
    body: SheetChoice,
    handle: async ({ actor, body }) => saveSheetChoice(await database(), actor, body),
  }),
})
