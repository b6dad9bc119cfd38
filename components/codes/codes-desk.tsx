'use client'

import { useState } from 'react'
import { address } from '#contract/address.ts'
import { pdfAddress, type CodeSheet, type SheetChoice } from '#contract/code-sheet.ts'
import { isFine, sheetLayouts } from '#contract/sheet-layout.ts'
import { codeForms } from '#contract/table-code.ts'
import type { ProblemError } from '#components/http/problem-error.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { buttonLook } from '#components/ui/button-look.ts'
import { ChoiceRow } from '#components/ui/choice-row.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { CodeSheets } from './code-sheets.tsx'
import { LanguageRow } from './language-row.tsx'
import { LogoField } from './logo-field.tsx'
import { TablePicker } from './table-picker.tsx'
import type { useCodeSheet } from './use-code-sheet.ts'

/** What is printed and how, and below it the sheets themselves. */
export function CodesDesk({
  codes,
  sheet,
  asked,
}: {
  codes: ReturnType<typeof useCodeSheet>
  sheet: CodeSheet
  /** The tables that somebody came for; null for all. */
  asked: readonly string[] | null
}) {
  const [choice, setChoice] = useState(sheet.choice)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(asked ?? sheet.tables.map(({ tableId }) => tableId)),
  )
  const tables = sheet.tables.filter(({ tableId }) => chosen.has(tableId))
  const put = (change: Partial<SheetChoice>) => setChoice({ ...choice, ...change })
  const fine = tables.filter(({ modules }) =>
    isFine(choice.layout, Math.sqrt(modules[choice.form].length)),
  ).length

  return (
    <>
      <div className="grid gap-6 rounded-2xl border border-line bg-card p-5">
        <Choice
          label={text.codes.layout}
          plain={text.codes.layoutPlain[choice.layout]}
          choices={sheetLayouts}
          words={text.codes.layouts}
          chosen={choice.layout}
          onChoose={(layout) => put({ layout })}
        />
        <Choice
          label={text.codes.form}
          plain={text.codes.formPlain[choice.form]}
          choices={codeForms}
          words={text.codes.forms}
          chosen={choice.form}
          onChoose={(form) => put({ form })}
        />
        <LanguageRow chosen={choice.languages} onChoose={(languages) => put({ languages })} />
        <LogoField
          logo={sheet.logo}
          isBusy={codes.isBusy}
          onPut={codes.putLogo}
          onRemove={codes.removeLogo}
        />
        <TablePicker tables={sheet.tables} chosen={chosen} onChoose={setChosen} />
        <Remember
          isSame={JSON.stringify(choice) === JSON.stringify(sheet.choice)}
          isBusy={codes.isBusy}
          onRemember={() => codes.remember(choice)}
        />
      </div>
      {fine > 0 && <Notice>{text.codes.fine(fine)}</Notice>}
      <PrintBar
        choice={choice}
        tableIds={tables.map(({ tableId }) => tableId)}
        of={sheet.tables.length}
      />
      <h2 className="text-xl font-bold tracking-tight">{text.codes.sheets}</h2>
      <CodeSheets tables={tables} choice={choice} logo={sheet.logo} isPractice={sheet.isPractice} />
    </>
  )
}

function Choice<Of extends string>({
  plain,
  ...row
}: Parameters<typeof ChoiceRow<Of>>[0] & { plain: string }) {
  return (
    <div className="grid gap-2">
      <p aria-hidden className="font-semibold">
        {row.label}
      </p>
      <ChoiceRow {...row} />
      <p className="text-sm text-soft">{plain}</p>
    </div>
  )
}

/** Keeps the choice for the house; without it the choice holds for this print. */
function Remember({
  isSame,
  isBusy,
  onRemember,
}: {
  isSame: boolean
  isBusy: boolean
  onRemember: () => Promise<ProblemError | null>
}) {
  const [outcome, setOutcome] = useState<ProblemError | 'saved' | null>(null)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button
        isBusy={isBusy}
        disabled={isSame}
        onClick={() => void onRemember().then((problem) => setOutcome(problem ?? 'saved'))}
      >
        {text.codes.remember}
      </Button>
      <output className="font-semibold">
        {outcome === 'saved' && isSame && text.codes.remembered}
        {outcome !== null &&
          outcome !== 'saved' &&
          `${text.codes.notRemembered} ${problemWords(outcome)}`}
      </output>
    </div>
  )
}

/** The ids of more tables than this make an address that is too long for some proxies: 8 kB. */
const MOST_NAMED = 500

function PrintBar({
  choice,
  tableIds,
  of,
}: {
  choice: SheetChoice
  tableIds: readonly string[]
  of: number
}) {
  const isAll = tableIds.length === of
  const isNamed = tableIds.length > 0 && tableIds.length <= MOST_NAMED
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-3">
        {(isAll || isNamed) && (
          <a
            href={pdfAddress(address.codesPdf, choice, isAll ? undefined : tableIds)}
            download
            className={buttonLook({ variant: 'main', size: 'big' })}
          >
            {text.codes.download}
          </a>
        )}
        <Button size="big" disabled={tableIds.length === 0} onClick={() => window.print()}>
          {text.codes.print}
        </Button>
      </div>
      <p className="text-sm text-soft">
        {isAll || tableIds.length <= MOST_NAMED
          ? text.codes.downloadPlain
          : text.codes.tooMany(MOST_NAMED)}
      </p>
    </div>
  )
}
