'use client'

import type { Permission } from '#contract/permission.ts'
import { DifferencesSection } from '#components/differences/differences-section.tsx'
import { problemWords } from '#components/http/problem-words.ts'
import { useEscape } from '#components/spots/use-escape.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { useRouter } from 'next/navigation'
import { OpenList } from './open-list.tsx'
import { openRows } from './open-rows.ts'
import { useUnsettled } from './use-unsettled.ts'

/** What is open over the whole house. What was read stays on screen while it cannot be read again. */
export function UnsettledPage({ may }: { may: readonly Permission[] }) {
  const { unsettled, error, readAgain } = useUnsettled()
  const router = useRouter()
  useEscape(() => router.push('/'))
  const rows = unsettled && openRows(unsettled)
  return (
    <div className="mx-auto grid max-w-3xl gap-4 px-4 pb-8">
      <PageHead title={text.unsettled.title} lead={text.unsettled.lead} />
      <DifferencesSection may={may} />
      {error && (
        <Notice
          role="alert"
          title={text.unsettled.unread}
          action={<Button onClick={readAgain}>{text.spot.readAgain}</Button>}
        >
          {problemWords(error)}
        </Notice>
      )}
      {!rows && !error && (
        <output className="block text-lg text-soft">{text.unsettled.reading}</output>
      )}
      {rows?.length === 0 && <NothingOpen />}
      {rows && rows.length > 0 && <OpenList rows={rows} />}
    </div>
  )
}

function NothingOpen() {
  return (
    <div className="grid justify-items-center gap-2 py-12 text-center">
      <Icon name="received" className="size-14 text-received" />
      <p className="text-2xl font-bold tracking-tight">{text.unsettled.emptyTitle}</p>
      <p className="max-w-md text-soft">{text.unsettled.empty}</p>
    </div>
  )
}
