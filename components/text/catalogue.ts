import { en } from '#components/text/en.ts'
import { enCounter } from '#components/text/en-counter.ts'
import { enDifferences } from '#components/text/en-differences.ts'
import { enDay } from '#components/text/en-day.ts'
import { enEntrance } from '#components/text/en-entrance.ts'
import { enHouse } from '#components/text/en-house.ts'
import { enLeaving } from '#components/text/en-leaving.ts'
import { enMenus } from '#components/text/en-menus.ts'
import { enPayments } from '#components/text/en-payments.ts'
import { enOutcome } from '#components/text/en-outcome.ts'
import { enProblems } from '#components/text/en-problems.ts'
import { enRearranging } from '#components/text/en-rearranging.ts'
import { enTabs } from '#components/text/en-tabs.ts'
import { enScan } from '#components/text/en-scan.ts'
import { enTablesCodes } from '#components/text/en-tables-codes.ts'
import { enTables } from '#components/text/en-tables.ts'
import { enTableFiles } from '#components/text/en-table-files.ts'
import { enStrangers } from '#components/text/en-strangers.ts'
import { enWork } from '#components/text/en-work.ts'

/** Every word that a screen shows. Another language is another object of this type. */
export type Catalogue = typeof en &
  typeof enCounter &
  typeof enDifferences &
  typeof enEntrance &
  typeof enProblems &
  typeof enRearranging &
  typeof enWork &
  typeof enOutcome &
  typeof enPayments &
  typeof enHouse &
  typeof enDay &
  typeof enLeaving &
  typeof enTabs &
  typeof enMenus &
  typeof enScan &
  typeof enTablesCodes &
  typeof enTables &
  typeof enTableFiles &
  typeof enStrangers

export const text: Catalogue = {
  ...en,
  ...enCounter,
  ...enDifferences,
  ...enEntrance,
  ...enProblems,
  ...enRearranging,
  ...enWork,
  ...enOutcome,
  ...enPayments,
  ...enHouse,
  ...enDay,
  ...enLeaving,
  ...enTabs,
  ...enMenus,
  ...enScan,
  ...enTablesCodes,
  ...enTables,
  ...enTableFiles,
  ...enStrangers,
}
