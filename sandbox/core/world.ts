import type { Rows, WalletState } from './state.ts'

/** One undoable write to a table. */
interface Write {
  undo: () => void
  redo: () => void
}

/**
 * The wallet's state with what its rules need from outside: a clock and a source of chance.
 * `machineNowMs` may be real or virtual; `random` gives numbers from 0 up to, not including, 1.
 */
export interface World {
  state: WalletState
  readonly machineNowMs: () => number
  random: () => number
  /** The writes of the last act that changed anything. */
  lastChange: Write[]
  /** The writes of the act under way; `null` between acts, where nothing is undone. */
  writing: Write[] | null
  /** Grows with each change, so that somebody who keeps a copy knows that it is old. */
  revision: number
}

export function createWorld(
  state: WalletState,
  machineNowMs: () => number,
  random: () => number,
): World {
  return { state, machineNowMs, random, lastChange: [], writing: null, revision: 0 }
}

/** The inner clock: reservations, rate windows and retries run by it. */
export function nowMs(world: World): number {
  return world.machineNowMs() + world.state.advancedMs
}

/** The clock that the wallet shows, in unix seconds; `clockSkewS` sets it wrong on purpose. */
export function shownNowS(world: World): number {
  return Math.floor(nowMs(world) / 1000) + world.state.settings.clockSkewS
}

/** A row by its key. Keys come from outside, so inherited names such as `constructor` find nothing. */
export function find<Name extends keyof Rows>(
  world: World,
  table: Name,
  key: string | number,
): Rows[Name] | undefined {
  const rows = world.state.tables[table]
  return Object.hasOwn(rows, key) ? rows[key] : undefined
}

export function all<Name extends keyof Rows>(world: World, table: Name): Rows[Name][] {
  return Object.values(world.state.tables[table])
}

/** Writes a whole new row: rows themselves are never changed, so that a write can be undone. */
export function put<Name extends keyof Rows>(
  world: World,
  table: Name,
  key: string | number,
  row: Rows[Name],
): void {
  write(world, table, key, row)
}

export function remove(world: World, table: keyof Rows, key: string | number): void {
  write(world, table, key, undefined)
}

/** Runs one act; if it throws, nothing of it stays. An act within an act is part of it. */
export function change<Result>(world: World, act: () => Result): Result {
  if (world.writing) return act()
  const writes: Write[] = []
  world.writing = writes
  try {
    const result = act()
    if (writes.length > 0) world.lastChange = writes
    return result
  } catch (error) {
    for (const write of writes.toReversed()) write.undo()
    throw error
  } finally {
    world.writing = null
  }
}

/**
 * Runs a read against the state as it was before the last change, as a lagging replica would. What
 * it writes (an unknown code registers itself) is undone, since it may be what the change has made.
 */
export function readBeforeLastChange<Result>(world: World, read: () => Result): Result {
  const changed = world.lastChange
  const writes: Write[] = []
  for (const write of changed.toReversed()) write.undo()
  world.writing = writes
  try {
    return read()
  } finally {
    world.writing = null
    for (const write of writes.toReversed()) write.undo()
    for (const write of changed) write.redo()
  }
}

function write<Name extends keyof Rows>(
  world: World,
  table: Name,
  key: string | number,
  row: Rows[Name] | undefined,
): void {
  const rows: Record<string, Rows[Name]> = world.state.tables[table]
  const before = find(world, table, key)
  const set = (value: Rows[Name] | undefined) => {
    if (value === undefined) delete rows[key]
    else rows[key] = value
  }
  set(row)
  world.writing?.push({ undo: () => set(before), redo: () => set(row) })
  world.revision += 1
}
