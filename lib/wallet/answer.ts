import 'server-only'
import { z } from 'zod'

/** Reading an answer: what all of the wallet's shapes have in common. */

export interface Answer {
  status: number
  correlationId: string | undefined
  contentType: string
  body: Buffer
}

/** Reports a word or field that we do not know; the caller sees to it that each is logged once. */
export type Notice = (what: string) => void

export interface WalletPage<T> {
  items: T[]
  total?: number
  offset?: number
  limit?: number
  hasNext?: boolean
}

export const walletId = z.int().positive()
export const transactionKey = z.string().regex(/^[A-Za-z0-9]{1,128}$/)
/** Things that only decorate: another type than the documented one must not spoil the whole answer. */
export const decoration = z.string().optional().catch(undefined)
export const unixSeconds = z.int().nonnegative().exactOptional()

/** The JSON value of an answer. Null and absent are one to the wallet, so nulls are dropped. */
export function jsonOf(answer: Answer): unknown {
  if (!/^application\/json\b/i.test(answer.contentType)) throw new Error('The answer is not JSON.')
  const text = decode(answer.body)
  try {
    return JSON.parse(text, (_key, value: unknown) => value ?? undefined)
  } catch {
    // The parser's own message quotes the text, which must not reach a log.
    throw new Error('The answer is not valid JSON.')
  }
}

/** Whether a successful answer says nothing about the thing that was changed. */
export function lacksStatus(answer: Answer): boolean {
  if (answer.body.length === 0) return true
  const json = jsonOf(answer) ?? {}
  return typeof json === 'object' && !('status' in json)
}

/** Throws an Error that says which field is not as expected, never what stood in it. */
export function parse<S extends z.ZodType>(schema: S, json: unknown): z.output<S> {
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const flaws = parsed.error.issues.map(
    ({ path, message }) => `${z.core.toDotPath(path) || 'all of it'}: ${message}`,
  )
  throw new Error(`The answer is not as expected (${flaws.join('; ')}).`)
}

const metadata = z
  .looseObject({
    total: z.int().optional().catch(undefined),
    offset: z.int().optional().catch(undefined),
    limit: z.int().optional().catch(undefined),
    has_next: z.boolean().optional().catch(undefined),
  })
  .catch({})

/** A list that is either bare or stands under its name beside `_metadata`. */
export function readPage<T>(
  json: unknown,
  name: string,
  read: (item: unknown) => T,
): WalletPage<T> {
  if (Array.isArray(json)) return { items: json.map(read) }
  const { [name]: list, _metadata: said } = parse(z.looseObject({}), json)
  const { total, offset, limit, has_next: hasNext } = parse(metadata, said)
  return {
    items: parse(z.array(z.unknown()), list).map(read),
    ...present({ total, offset, limit, hasNext }),
  }
}

/** The entries that have a value: absent stays absent, as exact optional types want it. */
export function present<T extends object>(entries: T): { [K in keyof T]?: Exclude<T[K], undefined> }
export function present(entries: object): object {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined))
}

/** Fields that we do not use, kept as they are; those that nobody has documented are reported. */
export function kept(
  shape: string,
  otherFields: Record<string, unknown>,
  documented: ReadonlySet<string>,
  notice: Notice,
): { otherFields?: Record<string, unknown> } {
  const names = Object.keys(otherFields)
  for (const name of names) if (!documented.has(name)) notice(`field ${shape}.${name}`)
  return names.length === 0 ? {} : { otherFields }
}

/** Lets any status through and reports one that is not among the known. */
export function statusWord(
  shape: string,
  word: string,
  known: ReadonlySet<string>,
  notice: Notice,
): string {
  if (!known.has(word)) notice(`status ${shape} "${word}"`)
  return word
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch (cause) {
    throw new Error('The answer is not UTF-8.', { cause })
  }
}
