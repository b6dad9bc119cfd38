'use client'

import type { CodeSheet } from '#contract/code-sheet.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHead } from '#components/ui/page-head.tsx'
import { CodesDesk } from './codes-desk.tsx'
import { useCodeSheet } from './use-code-sheet.ts'

/** Where the codes of tables are printed. */
export function CodesPage({ asked }: { asked: readonly string[] | null }) {
  const codes = useCodeSheet()
  const { sheet, error } = codes
  return (
    <div className="mx-auto grid max-w-5xl gap-6 px-4 pb-8">
      <PageHead title={text.codes.title} lead={text.codes.lead} />
      {sheet && hasTables(sheet) && <CodesDesk codes={codes} sheet={sheet} asked={asked} />}
      {sheet && !hasTables(sheet) && <p className="py-4 text-lg">{text.codes.none}</p>}
      {!sheet && !error && (
        <output className="block text-lg text-soft">{text.codes.reading}</output>
      )}
      {!sheet && error && (
        <Notice
          role="alert"
          title={text.codes.unread}
          action={<Button onClick={codes.readAgain}>{text.spot.readAgain}</Button>}
        >
          {problemWords(error)}
        </Notice>
      )}
    </div>
  )
}

function hasTables({ tables }: CodeSheet): boolean {
  return tables.length > 0
}
