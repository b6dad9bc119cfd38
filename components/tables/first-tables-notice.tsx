import { text } from '#components/text/catalogue.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { FirstTables } from './first-tables.ts'

const MOST_SHOWN = 12

/** What changes for a house with its first tables. */
export function FirstTablesNotice({ first }: { first: readonly FirstTables[] }) {
  return (
    <output className="grid gap-3 empty:hidden">
      {first.map(({ title, codes, isMore }) => (
        <Notice key={title} title={text.tables.firstTitle(title)}>
          {codes.length === 0 && !isMore
            ? text.tables.firstAll
            : text.tables.firstOthers(codes.length, shownOf(codes, isMore))}
        </Notice>
      ))}
    </output>
  )
}

function shownOf(codes: readonly string[], isMore: boolean): string {
  const hasMore = isMore || codes.length > MOST_SHOWN
  return codes.slice(0, MOST_SHOWN).join(', ') + (hasMore ? ' …' : '')
}
