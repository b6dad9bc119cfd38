import 'server-only'
import { workOutcomes } from '#contract/order.ts'

/** The act that Spotboard is carrying out on an order, if there is one. */
export interface RunningWork {
  work_act: string | null
  work_step: string | null
  work_since: number | null
  work_due: number | null
}

/** What Spotboard is doing with an order now, in the words of the contract; undefined where that is nothing. */
export function workOf({
  work_act: act,
  work_step: step,
  work_since: since,
  work_due: dueAt,
}: RunningWork) {
  if (act === null) return undefined
  if (dueAt !== null && step === 'begun') return { act, outcome: 'scheduled', since, dueAt }
  const isSaid = workOutcomes.some((outcome) => outcome === step)
  return { act, outcome: isSaid ? step : 'running', since }
}
