import { Departure } from '#contract/departure.ts'
import { expect } from '@playwright/test'
import * as z from 'zod'
import { OpenLine } from '#contract/day.ts'
import { Going } from '#contract/floor-schema.ts'
import { Menu } from '#contract/menu.ts'
import { Order } from '#contract/order.ts'
import { Problem } from '#contract/problem-schema.ts'
import type { ProblemCode } from '#contract/problem.ts'
import { Ending } from '#contract/spot.ts'
import { Tab } from '#contract/tab.ts'
import { ImportTrouble } from '#contract/table-import.ts'
import { Table, Tables } from '#contract/table.ts'
import type { Answer } from './send.ts'

/** Everything that a problem may hold: the browser's schema lets more through than a server should say. */
const StrictProblem = z.strictObject({
  ...Problem.shape,
  order: z.optional(Order),
  tab: z.optional(Tab),
  menu: z.optional(Menu),
  ends: z.optional(z.array(Ending)),
  going: z.optional(Going),
  open: z.optional(z.array(OpenLine)),
  limitMinor: z.optional(z.int()),
  reducedMinor: z.optional(z.int()),
  currency: z.optional(z.string()),
  departure: z.optional(Departure),
  table: z.optional(Table),
  taken: z.optional(z.array(Table)),
  isFormer: z.optional(z.boolean()),
  register: z.optional(Tables),
  troubles: z.optional(z.array(ImportTrouble)),
  more: z.optional(z.int()),
  isOutdated: z.optional(z.boolean()),
})
export type StrictProblem = z.infer<typeof StrictProblem>

/** The data of a successful answer; a field that the contract does not name fails. */
export function read<Shape extends z.core.$ZodType>(
  answer: Answer,
  status: number,
  schema: Shape,
): z.output<Shape> {
  expect(answer.status, answer.text).toBe(status)
  expect(answer.headers['content-type']).toBe('application/json')
  expectClosed(answer)
  return z.parse(schema, JSON.parse(answer.text))
}

export function readProblem(answer: Answer, status: number, code: ProblemCode): StrictProblem {
  expect(answer.status, answer.text).toBe(status)
  expect(answer.headers['content-type']).toBe('application/problem+json')
  expect(answer.headers['cache-control']).toBe('no-store')
  expectClosed(answer)
  const problem = z.parse(StrictProblem, JSON.parse(answer.text))
  expect(problem).toMatchObject({ status, code })
  expect(answer.text).not.toMatch(/\bat \S+:\d+:\d+|node_modules|\.tsx?\b|Error:/)
  return problem
}

/** No other site may read, frame or guess at the type of an answer. */
function expectClosed({ headers }: Answer): void {
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers).not.toHaveProperty('access-control-allow-origin')
  expect(headers).not.toHaveProperty('x-powered-by')
}
