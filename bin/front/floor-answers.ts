import { address } from '#contract/address.ts'
import { findOpenSessions } from '#lib/auth/sessions.ts'
import { database } from '#lib/database/connection.ts'
import { followers } from '#lib/floor/followers.ts'
import { floorWire } from '#lib/floor/floor-wire.ts'
import { floorWatch } from '#lib/floor/watch.ts'
import { EventStreams } from '#lib/http/event-streams.ts'
import { reading, type DirectAnswer } from '#lib/http/reading.ts'
import { answerWhole } from '#lib/http/whole-answer.ts'
import { oncePerProcess } from '#lib/runtime/once-per-process.ts'

const permission = 'see_floor'

/** What every screen reads again and again, by its address; Next's share of these answers would be most of them. */
export const floorAnswers: ReadonlyMap<string, DirectAnswer> = new Map([
  [
    address.floor,
    reading({
      permission,
      handle: async (call) => {
        floorWatch().look()
        followers().look(call.session.staffId)
        await answerWhole(call, (await floorWire()).whole())
      },
    }),
  ],
  [
    address.floorStream,
    reading({ permission, handle: async (call) => (await floorStreams()).open(call) }),
  ],
])

function floorStreams(): Promise<EventStreams> {
  return oncePerProcess('floor-streams', async () => {
    const wire = await floorWire()
    return new EventStreams({
      permission,
      source: {
        currentId: () => wire.currentId(),
        since: (lastId) => wire.since(lastId),
        onNextChange: (wake) => wire.onNextChange(wake),
        isRead: () => floorWatch().look(),
      },
      findOpenSessions: async (sessionIds) => {
        const open = await findOpenSessions(await database(), sessionIds)
        // Asked about once a second while streams are open, so whoever holds one counts as looking.
        for (const { staffId } of open.values()) followers().look(staffId)
        return open
      },
    })
  })
}
