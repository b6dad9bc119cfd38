import { MemoryDisk } from '../memory-disk.ts'
import type { Evidence, Finding } from '../oracle/evidence.ts'
import { judge } from '../oracle/judge.ts'
import { play } from '../play.ts'
import { closeEvening, type ClosedEvening } from './close-evening.ts'
import { planEvening } from './plan-evening.ts'

export interface Evening extends ClosedEvening {
  /** How often guests came, and how often the dashboard was killed. */
  sent: { guests: number; kills: number }
  evidence: Evidence
  findings: Finding[]
}

/** A whole evening and its end of day. */
export async function playEvening(seed: number): Promise<Evening> {
  const disk = await MemoryDisk.format()
  const plan = planEvening(seed)
  const deeds = plan.steps.map(({ deed }) => deed)
  const sent = {
    guests: deeds.filter((deed) => deed.kind === 'guest' && deed.answer === 'comes').length,
    kills: deeds.filter(({ kind }) => kind === 'crash').length,
  }
  const evidence = await play(plan, disk)
  const closed = await closeEvening(disk.bystander, evidence)
  return { sent, evidence, findings: judge(evidence), ...closed }
}
