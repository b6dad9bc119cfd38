import 'server-only'
import { now, pause } from './clock.ts'
import { log } from './log.ts'
import { oncePerProcess } from './once-per-process.ts'

/**
 * What ends first: streams never end by themselves, so they go before the requests are waited for,
 * and the database stays open until nothing can use it any more.
 */
const stages = ['streams', 'requests', 'work', 'storage'] as const
type Stage = (typeof stages)[number]
type Ending = { name: string; stage: Stage; end: () => void | Promise<void> }

/** The launcher kills what has not ended after 10 s; these stay below it. */
const allEndingsMs = 8000
const oneEndingMs = 4000

/**
 * `end` runs once when the process is asked to stop. Stages run in their order; within a stage what
 * was registered last ends first, since it may stand on what came before it.
 */
export function onShutdown(name: string, end: Ending['end'], stage: Stage = 'work'): void {
  lifecycle().endings.push({ name, stage, end })
}

export function isShuttingDown(): boolean {
  return lifecycle().ended !== undefined
}

/** Ends everything that registered, within 8 s in all; one that fails or hangs does not keep the others. */
export function shutDown(): Promise<void> {
  const state = lifecycle()
  state.ended ??= endAll(state.endings)
  return state.ended
}

function lifecycle(): { endings: Ending[]; ended: Promise<void> | undefined } {
  return oncePerProcess('lifecycle', () => ({ endings: [], ended: undefined }))
}

async function endAll(endings: readonly Ending[]): Promise<void> {
  const deadline = now() + allEndingsMs
  const inOrder = stages.flatMap((stage) =>
    endings.filter((ending) => ending.stage === stage).toReversed(),
  )
  for (const ending of inOrder) {
    await endWithin(ending, Math.min(oneEndingMs, deadline - now()))
  }
}

async function endWithin({ name, end }: Ending, timeoutMs: number): Promise<void> {
  const timer = new AbortController()
  try {
    const outcome = await Promise.race([
      Promise.resolve(end()).then(() => 'ended' as const),
      pause(Math.max(0, timeoutMs), timer.signal).then(() => 'late' as const),
    ])
    if (outcome === 'late') log().warn({ name, timeoutMs }, 'did not end in time')
  } catch (err) {
    log().error({ name, err }, 'failed to end')
  } finally {
    timer.abort()
  }
}
