import { randomBytes } from 'node:crypto'
import type { Floor } from '#contract/floor.ts'
import { Hub } from '#lib/floor/hub.ts'

export interface Wire {
  /** After what the screens are told. */
  tellsAfter: 'publication' | 'poll'
  current(): Floor
  publish(next: Omit<Floor, 'boot' | 'version'>): void
  /** Server-sent events for one screen that has heard everything until the event of this id. */
  eventsSince(lastId: string | null): { id: string; text: string }
}

/** Spotboard's own: what has changed since the screen last heard. */
export function patches(): Wire {
  const hub = new Hub()
  return {
    tellsAfter: 'publication',
    current: () => hub.current(),
    publish: (next) => hub.publish(next),
    eventsSince: (lastId) => ({
      id: hub.currentId(),
      text: hub
        .eventsSince(lastId)
        .map(({ event, id, data }) => textOf(event, id, data))
        .join(''),
    }),
  }
}

/** The peer: the whole floor once a poll, as a screen that asks for it would get it. */
export function snapshots(): Wire {
  const boot = randomBytes(6).toString('hex')
  let floor: Floor = {
    boot,
    version: 0,
    title: '',
    asOf: null,
    trouble: null,
    openAsOf: null,
    followed: null,
    tiles: [],
  }
  return {
    tellsAfter: 'poll',
    current: () => floor,
    publish: (next) => {
      floor = { ...next, boot, version: floor.version + 1 }
    },
    eventsSince: () => {
      const id = `${boot}-${floor.version}`
      return { id, text: textOf('snapshot', id, floor) }
    },
  }
}

function textOf(event: string, id: string, data: unknown): string {
  return `event: ${event}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`
}
