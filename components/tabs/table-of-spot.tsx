import type { Permission } from '#contract/permission.ts'
import type { SpotDetail } from '#contract/spot.ts'
import { NOBODY_CALLS_FOR_NEW_CODE } from '#contract/nobody-here.ts'
import { NobodyHere } from './nobody-here.tsx'
import { OftenNobody } from './often-nobody.tsx'
import { TabSection } from './tab-section.tsx'

/** What a spot's page says of the registered table that it is: its tab, and whether anybody is there at all. */
export function TableOfSpot({
  spot,
  table,
  may,
}: {
  spot: SpotDetail
  table: NonNullable<SpotDetail['table']>
  may: readonly Permission[]
}) {
  const isUntouched = spot.status === 'waiting' && spot.orders.length === 0
  return (
    <>
      {table.nobodyHere >= NOBODY_CALLS_FOR_NEW_CODE && (
        <OftenNobody times={table.nobodyHere} mayEdit={may.includes('edit_tables')} />
      )}
      <TabSection tableId={table.id} hasGuests={spot.status !== 'closed'} may={may} />
      {isUntouched && may.includes('close_spot') && <NobodyHere spot={spot} />}
    </>
  )
}
