import 'server-only'
import { followers } from './followers.ts'
import { liveFloor } from './live-floor.ts'
import type { FloorEvent } from './hub.ts'
import { floorWatch } from './watch.ts'

/** The floor for one screen, from the event that it has seen last. While the screen listens, somebody looks. */
export async function floorEvents(
  lastEventId: string | null,
  staffId: string,
): Promise<{
  take: () => FloorEvent[]
  onMore: (wake: () => void) => () => void
}> {
  const { hub } = await liveFloor()
  let lastId = lastEventId
  return {
    take: () => {
      floorWatch().look()
      followers().look(staffId)
      const events = hub.eventsSince(lastId)
      lastId = events.at(-1)?.id ?? lastId
      return events
    },
    onMore: (wake) => hub.onNextChange(wake),
  }
}
