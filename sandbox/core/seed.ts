import { randomText } from './chance.ts'
import { defaultSettings } from './settings.ts'
import type { Guest, Spot, Tables, Token, WalletState } from './state.ts'

/** The example credentials of the API's documentation; they open nothing outside. */
export const merchantClientId = 'wkVd93h2uS'
const merchantMacKey = 'IrdTc8uQodU7PRpLzzLTW6wqZAO6tAMU'

/** The seeded café, "Cool caffe": the place of the demo. */
export const cafeId = 3

const guestNames = ['ona', 'jonas', 'greta', 'lukas', 'rasa']

/** The tables of the seeded café; spot 1 is `TABLE1`, as in the reference's examples. */
export const seededIdentifiers = [
  ...series('TABLE', 12),
  ...series('BAR', 4),
  ...series('TERRACE', 6),
]

/** 2024-01-01: the day on which the seeded locations were last edited. */
const seededAtS = 1_704_067_200

/** The wallet as it is before anybody did anything; `random` makes the guests' tokens. */
export function seededState(random: () => number): WalletState {
  const tables: Tables = {
    guests: {},
    tokens: {},
    refreshTokens: {},
    spots: {},
    checkIns: {},
    endedVisits: {},
    orders: {},
    transactions: {},
    callbacks: {},
  }
  for (const [index, identifier] of seededIdentifiers.entries()) {
    tables.spots[index + 1] = closedSpot(index + 1, cafeId, identifier)
  }
  const foreignSpotId = seededIdentifiers.length + 1
  tables.spots[foreignSpotId] = closedSpot(foreignSpotId, 4, 'PUMP1')
  for (const [index, name] of guestNames.entries()) {
    const { guest, token } = newGuest(name, index + 1, random)
    tables.guests[guestKey(name)] = guest
    tables.tokens[token.accessToken] = token
  }
  return {
    format: 1,
    clients: [
      {
        id: merchantClientId,
        macKey: merchantMacKey,
        number: 4001,
        title: 'Cool caffe till',
        projectId: 1221,
      },
      {
        id: 'f8Lq2ZtNw0',
        macKey: 'Zk3vT9yQbX7mC1sRj5hN8wGd0pLfA4eU',
        number: 4002,
        title: 'Fuel and more till',
        projectId: 1222,
      },
    ],
    projects: [
      {
        id: 1221,
        title: 'Cool caffe',
        description: 'Coffee and cakes',
        walletId: 14471,
        ownerDisplayName: 'UAB Cool caffe',
        callbackUri: null,
      },
      {
        id: 1222,
        title: 'Fuel and more',
        description: 'A fuel station',
        walletId: 14472,
        ownerDisplayName: 'UAB Fuel and more',
        callbackUri: null,
      },
    ],
    locations: [
      {
        id: cafeId,
        projectId: 1221,
        title: 'Cool caffe',
        description: 'Coffee and cakes for everyone, even you!',
        address: 'Pilies g. 3, Vilnius',
        lat: '54.682710',
        lng: '25.288830',
        updatedAtS: seededAtS,
      },
      {
        id: 4,
        projectId: 1222,
        title: 'Fuel and more',
        description: 'Petrol, diesel and hot dogs',
        address: 'Ukmerges g. 200, Vilnius',
        lat: '54.715900',
        lng: '25.241700',
        updatedAtS: seededAtS,
      },
    ],
    settings: { ...defaultSettings },
    advancedMs: 0,
    lastIds: {
      spot: foreignSpotId,
      order: 51,
      payment: 2986,
      callback: 0,
      guest: guestNames.length,
    },
    nextDueAtMs: null,
    tables,
  }
}

/** Names come from outside; the prefix keeps one such as `__proto__` an ordinary key. */
export function guestKey(name: string): string {
  return `guest:${name}`
}

export function newGuest(
  name: string,
  number: number,
  random: () => number,
): { guest: Guest; token: Token } {
  const guest = { name, userId: 7000 + number, walletId: 30_000 + number }
  const token = {
    accessToken: randomText(random, 24),
    macKey: randomText(random, 32),
    guest: name,
    expiresAtMs: null,
    refreshToken: null,
  }
  return { guest, token }
}

function closedSpot(id: number, locationId: number, identifier: string): Spot {
  return { id, locationId, identifier, status: 'closed', session: 0, orderIds: [] }
}

function series(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`)
}
