import type { CodedTable, Logo, SheetChoice } from '#contract/code-sheet.ts'
import { pagesOf, sheets } from '#contract/sheet-layout.ts'
import { text } from '#components/text/catalogue.ts'
import { CodeFace } from './code-face.tsx'
import { placed } from './placed.ts'
import './sheet.css'

/** The sheets as the printer gets them; on a screen that is narrower than paper they are drawn smaller. */
export function CodeSheets({
  tables,
  choice,
  logo,
  isPractice,
}: {
  tables: readonly CodedTable[]
  choice: SheetChoice
  logo: Logo | null
  isPractice: boolean
}) {
  const { page, first, faces, isCut } = sheets[choice.layout]
  const pages = pagesOf(choice.layout, tables)
  return (
    <div className="code-sheets grid gap-4">
      {pages.map((cards, index) => (
        <section
          key={index}
          aria-label={text.codes.sheet(index + 1, pages.length)}
          data-layout={choice.layout}
          className="code-sheet rounded-lg border border-line"
          style={{ '--page': page.width, ...placed({ width: page.width, height: page.height }) }}
        >
          {cards.map(({ card, x, y }) => (
            <div
              key={card.tableId}
              data-cut={isCut || undefined}
              className="absolute outline-1 -outline-offset-1 outline-[#999] data-cut:outline-dashed"
              style={placed({ ...first, x, y })}
            >
              {faces.map((face, which) => (
                <CodeFace
                  key={which}
                  face={face}
                  table={card}
                  choice={choice}
                  logo={logo}
                  isPractice={isPractice}
                />
              ))}
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}
