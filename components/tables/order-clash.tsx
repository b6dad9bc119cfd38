import { text } from '#components/text/catalogue.ts'
import { ClashDialog } from './clash-dialog.tsx'
import { orderOver, tablesBy } from './table-order.ts'
import type { useTableOrder } from './use-table-order.ts'

/** Another manager has changed the register while this one was putting it in order. */
export function OrderClashDialog({
  ordering: { clash, order, leave },
}: {
  ordering: ReturnType<typeof useTableOrder>
}) {
  const namesIn = (ids: readonly string[]) =>
    tablesBy(ids, clash?.present.tables ?? [])
      .filter(({ state }) => state !== 'retired')
      .map(({ name }) => name)
      .join(', ')
  return (
    <ClashDialog
      isOpen={clash !== null}
      titles={{ theirs: text.tables.orderTheirs, mine: text.tables.orderMine }}
      theirs={namesIn([])}
      mine={namesIn(clash?.mine ?? [])}
      isBusy={false}
      onKeepTheirs={leave}
      onSaveMine={() => {
        if (clash) order(orderOver(clash.mine, clash.present.tables), clash.present.version)
      }}
    />
  )
}
