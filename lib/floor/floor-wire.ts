import 'server-only'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'
import type { FloorEvent, Hub } from './hub.ts'
import { liveFloor } from './live-floor.ts'

const compress = promisify(gzip)

/** The whole floor as one JSON text. */
interface WholeFloor {
  id: string
  json: Buffer
  gzip: () => Promise<Buffer>
}

/** The floor as bytes, made once for all screens: they are many, and what they are sent is the same. */
export class FloorWire {
  readonly #hub: Hub
  readonly #texts = new WeakMap<FloorEvent['data'], Buffer>()
  #whole: WholeFloor | undefined

  constructor(hub: Hub) {
    this.#hub = hub
  }

  currentId(): string {
    return this.#hub.currentId()
  }

  onNextChange(wake: () => void): void {
    this.#hub.onNextChange(wake)
  }

  /** Server-sent events for a screen that has heard everything up to this id. */
  since(lastId: string | null): Buffer {
    const texts = this.#hub.eventsSince(lastId).map((event) => this.#textOf(event))
    return texts.length === 1 && texts[0] ? texts[0] : Buffer.concat(texts)
  }

  whole(): WholeFloor {
    const id = this.#hub.currentId()
    if (this.#whole?.id === id) return this.#whole
    const json = Buffer.from(JSON.stringify(this.#hub.current()))
    let compressed: Promise<Buffer> | undefined
    this.#whole = { id, json, gzip: () => (compressed ??= compress(json, { level: 9 })) }
    return this.#whole
  }

  #textOf({ event, id, data }: FloorEvent): Buffer {
    const known = this.#texts.get(data)
    if (known) return known
    const json = event === 'snapshot' ? this.whole().json : Buffer.from(JSON.stringify(data))
    const text = Buffer.concat([
      Buffer.from(`event: ${event}\nid: ${id}\ndata: `),
      json,
      Buffer.from('\n\n'),
    ])
    this.#texts.set(data, text)
    return text
  }
}

export function floorWire(): Promise<FloorWire> {
  return oncePerProcess('floor-wire', async () => new FloorWire((await liveFloor()).hub))
}
