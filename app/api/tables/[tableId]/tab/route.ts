import { TabDraft } from '#contract/tab.ts'
import { database } from '#lib/database/connection.ts'
import { tableParams } from '#lib/http/path-ids.ts'
import { resource } from '#lib/http/resource.ts'
import { route } from '#lib/http/route.ts'
import { tabAnswer } from '#lib/http/tab-answer.ts'
import { readTab } from '#lib/tabs/held-tab.ts'
import { keepTab } from '#lib/tabs/keep-tab.ts'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = resource({
  GET: route({
    permission: 'see_floor',
    params: tableParams,
    handle: async ({ params }) => tabAnswer(await readTab(await database(), params.tableId)),
  }),
  PUT: route({
    permission: 'write_orders',
    params: tableParams,
    body: TabDraft,
    handle: async ({ params: { tableId }, body, actor, may, expectedVersion }) =>
      tabAnswer(
        await keepTab({ tableId, draft: body, expectedVersion: expectedVersion(), actor, may }),
      ),
  }),
})
