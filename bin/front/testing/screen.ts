import assert from 'node:assert/strict'
import { get, type IncomingMessage } from 'node:http'
import { Floor, FloorPatch } from '#contract/floor-schema.ts'
import { address } from '#contract/address.ts'
import { applyFloorPatch, type Floor as FloorData } from '#contract/floor.ts'

/** The cookie has another name where the host is called localhost. */
export const PLACE = { host: '127.0.0.1', agent: false } as const

/** What a screen has understood of the floor, whatever became of its streams. */
export interface Seen {
  floor: FloorData | null
  lastId: string | null
  /** Names of the events in the order in which they were heard. */
  heard: string[]
}

export function nothingSeen(): Seen {
  return { floor: null, lastId: null, heard: [] }
}

/** Folds one event; one that does not follow what was seen fails. */
export function hear(seen: Seen, block: string): void {
  const fields = /^event: (snapshot|patch)\nid: (\w+-\d+)\ndata: (.+)$/.exec(block)
  if (!fields) {
    assert.match(block, /^(retry: \d+|: alive)$/)
    return
  }
  const [, event = '', id = '', text = ''] = fields
  const json: unknown = JSON.parse(text)
  if (event === 'snapshot') seen.floor = Floor.parse(json)
  else {
    const patch = FloorPatch.parse(json)
    assert.equal(patch.from, seen.floor?.version, 'a patch follows what was seen before')
    seen.floor = seen.floor && applyFloorPatch(seen.floor, patch)
  }
  assert.equal(id, `${seen.floor?.boot}-${seen.floor?.version}`)
  seen.lastId = id
  seen.heard.push(event)
}

export interface Stream {
  answer: IncomingMessage
  /** Resolves once the server has ended the stream, in good order or not. */
  ended: Promise<'in good order' | 'torn'>
  drop: () => void
}

/** Opens a stream that goes on from what was seen, and folds whole events only, as a browser does. */
export function listenTo(port: number, cookie: string, seen: Seen): Promise<Stream> {
  const headers = { cookie, ...(seen.lastId === null ? {} : { 'last-event-id': seen.lastId }) }
  return new Promise((resolve, reject) => {
    const asked = get({ ...PLACE, port, path: address.floorStream, headers }, (answer) => {
      if (answer.statusCode !== 200) {
        answer.resume()
        reject(new Error(`the stream answered ${answer.statusCode}`))
        return
      }
      let rest = ''
      let isDropped = false
      answer.setEncoding('utf8').on('data', (text: string) => {
        if (isDropped) return
        const blocks = (rest + text).split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) hear(seen, block)
      })
      const ended = new Promise<'in good order' | 'torn'>((resolve) => {
        answer.once('end', () => resolve('in good order'))
        answer.once('error', () => resolve('torn'))
      })
      const drop = () => {
        isDropped = true
        asked.destroy()
      }
      resolve({ answer, ended, drop })
    })
    asked.once('error', reject)
  })
}
