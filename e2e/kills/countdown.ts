import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'

export const sides = ['before', 'after'] as const

/** A file that both the dashboard under test and its killer read: after so many commits of the book the process dies. */
export interface Countdown {
  commits: number
  side: (typeof sides)[number]
}

export function readCountdown(path: string): Countdown | null {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

/** The other process never reads half of it. */
export function writeCountdown(path: string, countdown: Countdown): void {
  writeFileSync(`${path}.new`, JSON.stringify(countdown))
  renameSync(`${path}.new`, path)
}
