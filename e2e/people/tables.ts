import { request } from '@playwright/test'
import { address } from '#contract/address.ts'
import { Tables } from '#contract/table.ts'
import type { StorageState } from '../fixtures/sign-in.ts'
import { tableDraft } from '../http/calls.ts'

/** A manager registers a table that nobody has scanned yet; answers its id. */
export async function registerTable(
  baseURL: string,
  managerState: StorageState,
  identifier: string,
): Promise<string> {
  const context = await request.newContext({
    baseURL,
    storageState: managerState,
    extraHTTPHeaders: { origin: baseURL },
  })
  const answer = await context.post(address.tables, { data: { tables: [tableDraft(identifier)] } })
  const { tables } = Tables.parse(await answer.json())
  await context.dispose()
  const added = tables.find((table) => table.identifier === identifier)
  if (!added) throw new Error(`${identifier} was not registered`)
  return added.id
}
