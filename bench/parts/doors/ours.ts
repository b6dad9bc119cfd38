import { makeTile, openFloorDoor } from '../../../bin/front/testing/floor-door.ts'
import { takeCommands } from './commands.ts'

// The door of the product, with its sessions in a database on the disk; only Next, which it does not ask, is not there.
const spots = Number(process.argv[2])
const { server, hub, signIn } = await openFloorDoor()
const tiles = Array.from({ length: spots }, (_, index) => makeTile(index + 1, 350))
hub.publish({ ...hub.current(), asOf: 1, tiles })
let changes = 0

takeCommands({
  server,
  publish: (title) => {
    changes += 1
    const changed = makeTile(1 + (changes % spots), 100 + (changes % 800))
    const floor = hub.current()
    const next = floor.tiles.map((tile) => (tile.key === changed.key ? changed : tile))
    hub.publish({ ...floor, title, tiles: next })
  },
  cookies: async (count) => {
    const cookies: string[] = []
    while (cookies.length < count) cookies.push((await signIn('staff')).cookie)
    return cookies
  },
})
