import * as z from 'zod/mini'
import { typedText } from './typed-text.ts'

/** So long staff have to say what became of guests who left the app with something unpaid, before it is an alarm. */
export const ANSWER_WITHIN_MS = 180_000
/** So long the alarm is quiet where somebody says that they wait for the guests. */
export const WAIT_MS = 600_000
/** Guests who left one table are thought to be at one that began to wait so shortly before or after. */
export const MOVED_WITHIN_MS = 120_000

/**
 * What somebody can say of guests who have left the app: they still sit there and pay by the order's own code, they are
 * gone, or somebody waits for them for a while.
 */
export const sayings = ['here', 'gone', 'wait'] as const
/** What can be done about what they left: it goes to the table where they are now, or nobody is asked for it any more. */
const endings = ['moved', 'written_off'] as const

/** A visit that the guests have ended themselves, by checking out, while something was unpaid or held. */
export const Departure = z.strictObject({
  visitId: z.string(),
  leftAt: z.int(),
  /** Counts the answers, so that of two people who decide at once the second is told. */
  version: z.int(),
  answer: z.optional(z.enum([...sayings, ...endings])),
  answeredBy: z.optional(z.string()),
  answeredAt: z.optional(z.int()),
  /** Somebody has to decide now. */
  isAlarm: z.boolean(),
  /** When it becomes an alarm by itself; absent where it never does. */
  alarmAt: z.optional(z.int()),
  /** What is unpaid or held of that visit, what was withdrawn included. */
  orderIds: z.array(z.string()),
  /** What Paysera itself has withdrawn of it when they checked out: it can be paid only once it is asked again. */
  withdrawnMinor: z.int(),
})
export type Departure = z.infer<typeof Departure>

/** The answer to the question what became of them. */
export const DepartureAnswer = z.discriminatedUnion('answer', [
  z.strictObject({ visitId: z.string(), answer: z.enum(sayings) }),
  z.strictObject({ visitId: z.string(), answer: z.literal('moved'), spotId: z.int() }),
  /** Lowers what the guests were asked, so that it carries a reason (law 10), whoever does it. */
  z.strictObject({ visitId: z.string(), answer: z.literal('written_off'), reason: typedText(200) }),
])
export type DepartureAnswer = z.infer<typeof DepartureAnswer>

/** Of several visits that ended like this at one spot, the one that calls loudest, and the oldest of those. */
export function loudest<One extends Pick<Departure, 'isAlarm' | 'leftAt'>>(
  departures: readonly One[],
): One | undefined {
  const [first] = departures.toSorted(
    (one, other) => Number(other.isAlarm) - Number(one.isAlarm) || one.leftAt - other.leftAt,
  )
  return first
}
