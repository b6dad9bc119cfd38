import type { CSSProperties, ReactNode } from 'react'
import { darkPath, fieldsOf } from '#contract/dark-path.ts'
import type { CodedTable, Logo, SheetChoice } from '#contract/code-sheet.ts'
import { payLines, PRACTICE_WORDS } from '#contract/printed-words.ts'
import { sheets, type Face } from '#contract/sheet-layout.ts'
import { text } from '#components/text/catalogue.ts'
import { lettered, placed } from './placed.ts'

/** A side of a card: the code, and beside it what tells guests whose it is and what to do. */
export function CodeFace({
  face,
  table,
  choice: { form, layout, languages },
  logo,
  isPractice,
}: {
  face: Face
  table: CodedTable
  choice: SheetChoice
  logo: Logo | null
  isPractice: boolean
}) {
  const fields = fieldsOf(table.modules[form])
  const { logoHeight, lettering } = sheets[layout]
  return (
    <div
      data-turned={face.isTurned || undefined}
      className="absolute data-turned:rotate-180"
      style={placed(face)}
    >
      <svg
        role="img"
        aria-label={text.codes.codeOf(table.name)}
        viewBox={`0 0 ${fields.length} ${fields.length}`}
        shapeRendering="crispEdges"
        className="absolute"
        style={placed(face.code)}
      >
        <path d={darkPath(fields)} />
      </svg>
      <div
        className="code-words absolute flex flex-col justify-center"
        style={{ ...placed(face.words), gap: lettered(3) }}
      >
        {logo && (
          // oxlint-disable-next-line nextjs/no-img-element -- The picture is in the page already.
          <img
            src={`data:${logo.type};base64,${logo.content}`}
            alt=""
            className="block! max-w-full object-contain object-left-top"
            style={{ height: placed({ width: 0, height: logoHeight }).height }}
          />
        )}
        <Words of={lettering.name} isBold>
          {table.name}
        </Words>
        {table.area !== null && <Words of={lettering.area}>{table.area}</Words>}
        {languages.map((language) => (
          <Words key={language} of={lettering.line} lang={language}>
            {payLines[language]}
          </Words>
        ))}
        {isPractice && (
          <Words of={lettering.practice} isBold>
            {PRACTICE_WORDS}
          </Words>
        )}
      </div>
    </div>
  )
}

function Words({
  of: { points, lines },
  isBold = false,
  lang,
  children,
}: {
  of: { points: number; lines: number }
  isBold?: boolean
  lang?: string
  children: ReactNode
}) {
  const style: CSSProperties = { fontSize: lettered(points), WebkitLineClamp: lines }
  return (
    <p lang={lang} dir="auto" className={`text-left ${isBold ? 'font-bold' : ''}`} style={style}>
      {children}
    </p>
  )
}
