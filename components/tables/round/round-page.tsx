'use client'

import { useRouter } from 'next/navigation'
import { address } from '#contract/address.ts'
import { Round } from '#contract/round.ts'
import { Tables } from '#contract/table.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { useResource } from '#components/http/use-resource.ts'
import { useEscape } from '#components/spots/use-escape.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { BeginButton } from './begin-round.tsx'
import { RoundDesk } from './round-desk.tsx'

/** From table to table, to see that the right code is still on each. */
export function RoundPage() {
  const tables = useResource(address.tables, Tables)
  const round = useResource(address.round, Round)
  const router = useRouter()
  useEscape(() => router.push('/'))
  const begun = (next: Round) => void round.mutate(next, { revalidate: false })
  const error = tables.error ?? round.error
  const isEmpty = tables.data?.tables.every(({ state }) => state === 'retired')
  return (
    <div className="mx-auto grid max-w-3xl gap-4 px-4 pb-8">
      <PageHead title={text.round.title} lead={text.round.lead} />
      {error && (
        <Notice
          role="alert"
          title={text.round.unread}
          action={
            <Button onClick={() => void Promise.all([tables.mutate(), round.mutate()])}>
              {text.spot.readAgain}
            </Button>
          }
        >
          {problemWords(error)}
        </Notice>
      )}
      {!error && !(tables.data && round.data) && (
        <output className="block text-lg text-soft">{text.round.reading}</output>
      )}
      {isEmpty && <p className="py-4 text-lg">{text.round.noTables}</p>}
      {!isEmpty && tables.data && round.data?.beganAt === null && (
        <>
          <p className="text-lg">{text.round.beginPlain}</p>
          <BeginButton words={text.round.begin} size="big" variant="main" onBegun={begun} />
        </>
      )}
      {!isEmpty && tables.data && round.data && round.data.beganAt !== null && (
        <RoundDesk register={tables.data} round={round.data} onBegun={begun} />
      )}
    </div>
  )
}
