'use client'

import { address } from '#contract/address.ts'
import { Tables, Unregistered } from '#contract/table.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { useResource } from '#components/http/use-resource.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { TablesDesk } from './tables-desk.tsx'

/** The register of tables, as a manager keeps it. */
export function TablesPage() {
  const tables = useResource(address.tables, Tables)
  const spots = useResource(address.unregistered, Unregistered)
  if (tables.data && spots.data) {
    return <TablesDesk register={tables.data} unregistered={spots.data} />
  }
  const error = tables.error ?? spots.error
  const readAgain = () => {
    void tables.mutate()
    void spots.mutate()
  }
  return (
    <div className="mx-auto grid max-w-3xl gap-4 px-4">
      <PageHead title={text.tables.title} lead={text.tables.lead} />
      {error ? (
        <Notice
          role="alert"
          title={text.tables.unread}
          action={<Button onClick={readAgain}>{text.spot.readAgain}</Button>}
        >
          {problemWords(error)}
        </Notice>
      ) : (
        <output className="block text-lg text-soft">{text.tables.reading}</output>
      )}
    </div>
  )
}
