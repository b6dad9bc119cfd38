'use client'

import type { Permission } from '#contract/permission.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { text } from '#components/text/catalogue.ts'
import { Notice } from '#components/ui/notice.tsx'
import { DifferenceCard } from './difference-card.tsx'
import { useDifferences } from './use-differences.ts'

/** What Paysera and the book say differently, with the ways to settle it. Where nothing differs it takes no room. */
export function DifferencesSection({ may }: { may: readonly Permission[] }) {
  const { differences, error, ...acting } = useDifferences()
  if (error && !differences) {
    return <Notice title={text.differences.unread}>{problemWords(error)}</Notice>
  }
  if (!differences || differences.length === 0) return null
  const open = differences.filter(({ state }) => state === 'open')
  const settled = differences.filter(({ state }) => state !== 'open')
  return (
    <section id="differences" aria-labelledby="differences-title" className="grid gap-3">
      <div>
        <h2 id="differences-title" className="text-2xl font-bold tracking-tight">
          {text.differences.title}
        </h2>
        <p className="text-soft">{text.differences.lead}</p>
      </div>
      {open.map((difference) => (
        <DifferenceCard key={difference.id} difference={difference} may={may} acting={acting} />
      ))}
      {settled.length > 0 && (
        <h3 className="text-lg font-bold tracking-tight">{text.differences.settled}</h3>
      )}
      {settled.map((difference) => (
        <DifferenceCard key={difference.id} difference={difference} may={may} acting={acting} />
      ))}
    </section>
  )
}
