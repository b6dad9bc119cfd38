import { accounts } from '../fixtures/sign-in.ts'
import { signIn } from '../http/person.ts'
import { askAllEvening, type Street } from './asking.ts'
import { chanceOf } from './chance.ts'
import { killSomehow } from './kill.ts'
import { openMortalHouse, type Engine, type MortalHouse } from './mortal-house.ts'
import { judge, type AskedOrder } from './oracle.ts'
import { isAtRest, settle } from './settle.ts'
import { stumbles } from './stumbles.ts'

export interface Evening {
  /** Repeats who asks for what and how it is killed; not what the machine does in between. */
  seed: number
  kills: number
  database: Engine
  /** So many orders are accepted in all before everybody goes home. */
  accepted: number
  /** Hears of every accepted order and every kill. */
  onProgress: (progress: { kills: number; accepted: number }) => void
}

export interface Verdict {
  told: Record<AskedOrder['told'], number>
  kills: number
  /** Broken promises, in a sentence each. */
  broken: string[]
}

const PEOPLE = 8
const SPOTS = 40

/** Orders stream in from several people while the dashboard is killed and started again; then everything settles. */
export async function playEvening(evening: Evening): Promise<Verdict> {
  const house = await openMortalHouse(evening.database)
  try {
    const { asked, kills } = await play(evening, house)
    const remains = await settle(house.remains, isAtRest)
    const told = { accepted: 0, refused: 0, unknown: 0 }
    for (const order of asked) told[order.told] += 1
    return { told, kills, broken: [...judge(asked, remains), ...stumbles(house.dashboard)] }
  } finally {
    await house.discard()
  }
}

async function play(
  { seed, kills, accepted, onProgress }: Evening,
  house: MortalHouse,
): Promise<{ asked: AskedOrder[]; kills: number }> {
  const { dashboard } = house
  const chance = chanceOf(seed)
  const done = { kills: 0, accepted: 0 }
  const asked: AskedOrder[] = []
  let up = Promise.resolve()
  let isOver = false
  let wake: (() => void) | undefined
  const street: Street = {
    chance,
    spotIds: await fillHouse(house),
    asked,
    whenUp: () => up,
    isOver: () => isOver,
    onAccepted: () => {
      done.accepted += 1
      onProgress(done)
      wake?.()
    },
  }
  const reached = async (count: number) => {
    while (done.accepted < count) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }

  const staff = await Promise.all(
    Array.from({ length: PEOPLE }, (_, index) =>
      signIn(dashboard.baseURL, index % 2 === 0 ? accounts.staff : accounts.manager),
    ),
  )
  const people = Promise.all(staff.map((person) => askAllEvening(person, street)))
  const work = async () => {
    for (; done.kills < kills; done.kills += 1) {
      await reached(((done.kills + chance()) * accepted) / kills)
      const { promise, resolve } = Promise.withResolvers<void>()
      await killSomehow(chance, house, () => {
        up = promise
      })
      await dashboard.start()
      onProgress(done)
      resolve()
    }
    await reached(accepted)
    isOver = true
  }
  await Promise.all([work(), people])
  return { asked, kills: done.kills }
}

async function fillHouse({ wallet }: MortalHouse): Promise<[number, ...number[]]> {
  const first = await wallet.scan('guest 0', 'TABLE0')
  const spotIds: [number, ...number[]] = [first]
  for (let table = 1; table < SPOTS; table += 1) {
    spotIds.push(await wallet.scan(`guest ${table}`, `TABLE${table}`))
  }
  return spotIds
}
