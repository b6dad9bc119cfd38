import 'server-only'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** Readings are planned against whichever of these stretches of time leaves least. */
const HORIZONS_MS = [5, 10, 15, 20, 30, 45, 60].map((minutes) => minutes * MINUTE_MS)
/** What people did lately they are thought to go on doing for so long; later they come back to the mean of the hour. */
const LATELY_MS = 5 * MINUTE_MS
const GOES_ON_MS = 45 * MINUTE_MS
/** Of each hour so much is held back for a rush of people, until as much as `MOST_KEPT` of it is theirs. */
const RUSH = 0.25
const MOST_KEPT = 0.52
/** Where the plan finds nothing left, what is there is spread over so long, so that no source ever falls silent. */
const AT_HAND_MS = 3 * MINUTE_MS

export interface Spending {
  now: number
  /** How many calls readings may bring an hour up to. */
  limitPerHour: number
  /** The times of the last hour's calls, oldest first. */
  calls: readonly number[]
  /** Those of them that somebody waited for. */
  byPeople: readonly number[]
}

/** How often a source is to be read, in milliseconds: at the least, as promised, if there is room, and at most. */
export interface Wishes {
  neededMs: number
  promisedMs: number
  goodMs: number
  bestMs: number
}

export interface Demand extends Wishes {
  name: string
  /** What one reading costs; a source that costs nothing is read as often as it likes. */
  calls: number
}

const ranks = ['promisedMs', 'goodMs', 'bestMs'] as const

/** After how long each source is to be read again, in milliseconds. Of two sources the first is the more important one. */
export function planReadings(spending: Spending, demands: readonly Demand[]): Map<string, number> {
  const needed = sum(demands.map((demand) => hourly(demand, demand.neededMs)))
  const pace = Math.max(paceOf(spending), Math.min(needed, atHand(spending)))
  return shareOut(pace, needed, demands)
}

/**
 * How many calls an hour readings may make so that people find room whenever they act. The window of an hour slides:
 * what was called an hour ago comes free again, and is planned with.
 */
function paceOf({ now, limitPerHour, calls, byPeople }: Spending): number {
  const lately = countAfter(byPeople, now - LATELY_MS) * (HOUR_MS / LATELY_MS)
  const paces = HORIZONS_MS.map((horizonMs) => {
    const stillCounted = countAfter(calls, now + horizonMs - HOUR_MS)
    const goingOnMs = Math.min(horizonMs, GOES_ON_MS)
    const expected = (lately * goingOnMs + byPeople.length * (horizonMs - goingOnMs)) / HOUR_MS
    const kept = horizonMs === HOUR_MS ? keptForPeople(expected, limitPerHour) : expected
    return (limitPerHour - stillCounted - kept) * (HOUR_MS / horizonMs)
  })
  return Math.max(0, Math.min(...paces))
}

function keptForPeople(expected: number, limitPerHour: number): number {
  return Math.max(expected, Math.min(expected + RUSH * limitPerHour, MOST_KEPT * limitPerHour))
}

function atHand({ limitPerHour, calls }: Spending): number {
  return Math.max(1, limitPerHour - calls.length) * (HOUR_MS / AT_HAND_MS)
}

/** Everybody gets what they need before anybody gets more; where that is too much, all wait longer. */
function shareOut(
  callsPerHour: number,
  needed: number,
  demands: readonly Demand[],
): Map<string, number> {
  const stretch = Math.max(1, needed / callsPerHour)
  const intervals = new Map(
    demands.map(({ name, calls, neededMs, bestMs }) => [
      name,
      calls === 0 ? bestMs : neededMs * stretch,
    ]),
  )
  let left = callsPerHour - needed
  for (const rank of ranks) {
    for (const demand of demands) {
      if (left <= 0 || demand.calls === 0) continue
      const present = hourly(demand, intervals.get(demand.name) ?? demand.neededMs)
      const more = Math.min(left, Math.max(0, hourly(demand, demand[rank]) - present))
      intervals.set(demand.name, (demand.calls * HOUR_MS) / (present + more))
      left -= more
    }
  }
  return intervals
}

function hourly({ calls }: Demand, intervalMs: number): number {
  return (calls * HOUR_MS) / intervalMs
}

/** How many of the times, oldest first, are later than this one. */
function countAfter(times: readonly number[], time: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((times[middle] ?? Infinity) > time) high = middle
    else low = middle + 1
  }
  return times.length - low
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
