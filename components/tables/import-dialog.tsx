'use client'

import type { Tables, Unregistered } from '#contract/table.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { buttonLook } from '#components/ui/button-look.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { firstTables } from './first-tables.ts'
import { FirstTablesNotice } from './first-tables-notice.tsx'
import { ImportPlan } from './import-plan.tsx'
import { useImport } from './use-import.ts'
import type { Compared } from './use-import.ts'

/** The register from a file: choose it, see line by line what it would do, then do it. */
export function ImportDialog({
  register,
  unregistered,
  onClose,
  onDone,
}: {
  register: Tables
  unregistered: Unregistered
  onClose: () => void
  onDone: (words: string) => void
}) {
  const { isBusy, compared, open, carryOut } = useImport()
  const plan = compared?.outcome === 'plan' ? compared.plan : null
  const adds = plan?.lines.filter(({ what }) => what === 'add') ?? []
  const changes = plan?.lines.filter(({ what }) => what === 'change') ?? []
  const count = adds.length + changes.length
  const carryOutPlan = async () => {
    if (!plan || !(await carryOut(plan.version))) return
    onDone(text.tableFile.imported(adds.length, changes.length))
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text.tableFile.title}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={onClose}>
            {text.tables.cancel}
          </Button>
          {count > 0 && (
            <Button
              variant="main"
              size="big"
              className="flex-1"
              isBusy={isBusy}
              onClick={() => void carryOutPlan()}
            >
              {text.tableFile.import(count)}
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-4">
        <p>{text.tableFile.plain}</p>
        <label
          className={buttonLook(
            {},
            'min-h-12 justify-self-start has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
          )}
        >
          <input
            type="file"
            accept=".csv,.txt,text/csv"
            className="sr-only"
            disabled={isBusy}
            onChange={(event) => {
              const [picked] = event.target.files ?? []
              if (picked) void open(picked)
              // The same file can be chosen again once it was mended.
              event.target.value = ''
            }}
          />
          {compared ? text.tableFile.another : text.tableFile.choose}
        </label>
        {isBusy && !compared && <output>{text.tableFile.reading}</output>}
        {compared && <Trouble compared={compared} />}
        {plan && (
          <>
            <FirstTablesNotice
              first={firstTables(
                register,
                plan.lines.filter(({ state }) => state !== 'retired'),
                unregistered,
              )}
            />
            <ImportPlan lines={plan.lines} locations={register.locations} />
          </>
        )}
      </div>
    </Dialog>
  )
}

function Trouble({ compared }: { compared: Compared }) {
  if (compared.outcome === 'plan') {
    return compared.isAnew && <Notice role="alert">{text.tableFile.outdated}</Notice>
  }
  if (compared.outcome === 'troubles') {
    return (
      <Notice role="alert" title={text.tableFile.troubleTitle}>
        <ul className="grid gap-1">
          {compared.troubles.map((trouble) => (
            <li key={`${trouble.line} ${trouble.column} ${trouble.why}`}>
              {text.tableFile.trouble(trouble)}
            </li>
          ))}
        </ul>
        {compared.more > 0 && <p className="mt-1">{text.tableFile.more(compared.more)}</p>}
      </Notice>
    )
  }
  return (
    <Notice role="alert" title={text.tableFile.troubleTitle}>
      {compared.outcome === 'unreadable'
        ? text.tableFile.unreadable
        : problemWords(compared.error, {
            payload_too_large: text.tableFile.tooLarge,
            invalid: text.tableFile.empty,
            conflict: text.tableFile.full,
          })}
    </Notice>
  )
}
