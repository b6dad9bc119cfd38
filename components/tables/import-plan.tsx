import type { Tables } from '#contract/table.ts'
import type { ImportLine } from '#contract/table-import.ts'
import { text } from '#components/text/catalogue.ts'
import { changeWords } from './change-words.ts'

/** What each line of a file would do; lines that change nothing are only counted. */
export function ImportPlan({
  lines,
  locations,
}: {
  lines: readonly ImportLine[]
  locations: Tables['locations']
}) {
  const acting = lines.filter(({ what }) => what !== 'unchanged')
  const countOf = (wanted: ImportLine['what']) => lines.filter(({ what }) => what === wanted).length
  return (
    <section aria-label={text.tableFile.title}>
      <output className="block font-semibold">
        {acting.length === 0
          ? text.tableFile.nothing
          : [
              text.tableFile.adds(countOf('add')),
              text.tableFile.changes(countOf('change')),
              text.tableFile.same(countOf('unchanged')),
            ].join(', ')}
      </output>
      {acting.length > 0 && (
        <ul className="mt-2 max-h-72 overflow-y-auto rounded-xl border border-line px-3">
          {acting.map((line) => (
            <li
              key={line.line}
              className="border-b border-line py-2 [overflow-wrap:anywhere] last:border-0"
            >
              <span className="mr-2 text-sm text-soft">{text.tableFile.lineOf(line.line)}</span>
              <bdi className="font-semibold">{line.identifier}</bdi>
              <span className="ml-2 text-sm">{text.tableFile.what[line.what]}</span>
              <span className="block text-sm text-soft">
                {changeWords(line, locations).join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
