import 'server-only'
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { problem } from '#lib/runtime/problem.ts'

/** Each hashing fills 19 MiB and keeps a core busy, so a crowd at the door has to stand in line. */
const AT_ONCE = 2
const WAITING_AT_MOST = 20

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** argon2id in its own text form, with the OWASP's costs. */
export function hashPassword(password: string): Promise<string> {
  return inLine(() => hash(password, cost))
}

/**
 * Does the same work for an account that does not exist (null), so that the time of an answer does not tell which
 * e-mail addresses have one.
 */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const decoy = await oncePerProcess('password-decoy', () => hash(randomBytes(16), cost))
  const matches = await inLine(() => verify(passwordHash ?? decoy, password))
  return matches && passwordHash !== null
}

async function inLine<Result>(work: () => Promise<Result>): Promise<Result> {
  const line = oncePerProcess('password-line', () => ({
    busy: 0,
    waiting: new Array<() => void>(),
  }))
  if (line.waiting.length >= WAITING_AT_MOST) {
    throw problem('too_many_requests', {
      detail: 'Too many people are signing in at this moment.',
      retryAfterS: 2,
    })
  }
  if (line.busy >= AT_ONCE) await new Promise<void>((next) => line.waiting.push(next))
  else line.busy += 1
  try {
    return await work()
  } finally {
    // Whoever waits takes the place over, so nobody slips in between.
    const next = line.waiting.shift()
    if (next) next()
    else line.busy -= 1
  }
}
