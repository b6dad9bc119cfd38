import http from 'node:http'
import { expect } from '@playwright/test'
import * as z from 'zod'
import { address } from '#contract/address.ts'
import { Floor, FloorPatch } from '#contract/floor-schema.ts'
import { applyFloorPatch } from '#contract/floor.ts'
import type { Person } from './person.ts'

type Told =
  | { event: 'snapshot'; id: string; data: z.infer<typeof Floor> }
  | { event: 'patch'; id: string; data: z.infer<typeof FloorPatch> }

/** A screen that listens to the floor's stream and folds what it is told into a floor. */
export interface Screen {
  status: number
  headers: http.IncomingHttpHeaders
  /** Everything that was told so far, each strictly of its schema. */
  told: () => readonly Told[]
  floor: () => z.infer<typeof Floor> | undefined
  /** Resolves when the server has ended the stream in good order. */
  ended: Promise<void>
  leave: () => void
}

/** Opens a stream; it stays open until `leave` or until the server ends it. */
export function openScreen(
  baseURL: string,
  person: Person,
  headers: Readonly<Record<string, string>> = {},
): Promise<Screen> {
  const { hostname, port } = new URL(baseURL)
  return new Promise((resolve, reject) => {
    const options = { hostname, port, path: address.floorStream, agent: false }
    const asked = { cookie: person.cookie, accept: 'text/event-stream', ...headers }
    const request = http.get({ ...options, headers: asked }, (message) => {
      let text = ''
      message.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      const ended = new Promise<void>((end) => {
        message.on('end', end)
      })
      message.on('error', () => undefined)
      resolve({
        status: message.statusCode ?? 0,
        headers: message.headers,
        told: () => parseStream(text),
        floor: () => fold(parseStream(text)),
        ended,
        leave: () => request.destroy(),
      })
    })
    request.on('error', reject)
  })
}

function fold(told: readonly Told[]): z.infer<typeof Floor> | undefined {
  let floor: z.infer<typeof Floor> | undefined
  for (const { event, data } of told) {
    if (event === 'snapshot') floor = data
    else if (floor) {
      expect(data.from, 'a patch fits the floor before it').toBe(floor.version)
      floor = applyFloorPatch(floor, data)
    }
  }
  return floor
}

/** Only whole events count; a field that an event stream does not know fails. */
function parseStream(text: string): Told[] {
  const blocks = text.split('\n\n').slice(0, -1)
  return blocks.flatMap((block) => {
    if (/^(retry: \d+|: alive)$/.test(block)) return []
    const [, event, id = '', data = ''] =
      /^event: (\w+)\nid: ([\da-f]+-\d+)\ndata: (.+)$/.exec(block) ?? []
    const value: unknown = JSON.parse(data)
    if (event === 'snapshot') return { event, id, data: z.parse(Floor, value) }
    if (event === 'patch') return { event, id, data: z.parse(FloorPatch, value) }
    throw new Error(`not an event of ours: ${block}`)
  })
}
