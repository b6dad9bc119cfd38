import fc from 'fast-check'
import { inWords } from './in-words.ts'
import type { Disk } from './disk.ts'
import { MemoryDisk } from './memory-disk.ts'
import type { Finding } from './oracle/evidence.ts'
import { judge } from './oracle/judge.ts'
import { add, noTally, tallyOfBook, tallyOfIntents, type Tally } from './oracle/tally.ts'
import { play } from './play.ts'
import { playNaively } from './play-naively.ts'
import type { Schedule } from './schedule.ts'
import { schedules } from './schedules.ts'

export interface Trial {
  schedules: number
  seed: number
  /** Replays one schedule of the seed instead. */
  path?: string | undefined
  onPlayed?: (played: number) => void
}

export interface Failure {
  seed: number
  path: string
  /** The smallest schedule that fails. */
  story: string
  findings: readonly Finding[]
}

export interface Proof {
  played: number
  spotboard: Tally
  naive: Tally
  failure: Failure | null
}

/** Plays seeded schedules against Spotboard and, beside it, against the naive client, until one fails or all are played. */
export async function prove({ schedules: count, seed, path, onPlayed }: Trial): Promise<Proof> {
  const disk = await MemoryDisk.format()
  const proof: Proof = { played: 0, spotboard: noTally, naive: noTally, failure: null }
  let hasFailed = false

  const property = fc.asyncProperty(schedules, async (schedule) => {
    const played = await play(schedule, disk)
    const findings = judge(played)
    if (!hasFailed) {
      const naive = await playNaively(schedule)
      proof.played += 1
      proof.spotboard = add(proof.spotboard, tallyOfBook(played))
      proof.naive = add(proof.naive, tallyOfIntents(naive.wallet, naive.asked))
      onPlayed?.(proof.played)
    }
    hasFailed ||= findings.length > 0
    return findings.length === 0
  })
  const result = await fc.check(property, {
    numRuns: count,
    seed,
    ...(path === undefined ? {} : { path, endOnFailure: true }),
  })
  if (result.failed && result.counterexample) {
    const [smallest] = result.counterexample
    proof.failure = {
      seed: result.seed,
      path: result.counterexamplePath ?? '',
      ...(await explain(smallest, disk)),
    }
  }
  return proof
}

async function explain(
  schedule: Schedule,
  disk: Disk,
): Promise<Pick<Failure, 'story' | 'findings'>> {
  return { story: inWords(schedule), findings: judge(await play(schedule, disk)) }
}
