import { restoredStates, troubles } from '#contract/floor.ts'
import type { Floor, FloorPatch, Going, Tile } from '#contract/floor.ts'
import {
  isInt,
  isText,
  isTruth,
  listOf,
  nullable,
  oneOf,
  optional,
  shape,
} from '#components/http/shape.ts'

const isGoing = shape<Going>({ staffId: isText, name: isText, since: isInt })

const isTile = shape<Tile>({
  key: isText,
  tableId: optional(isText),
  tabMinor: optional(isInt),
  isResting: optional(isTruth),
  isStranger: optional(isTruth),
  name: isText,
  spot: optional(
    shape<NonNullable<Tile['spot']>>({
      id: isInt,
      identifier: nullable(isText),
      locationId: nullable(isInt),
      status: isText,
    }),
  ),
  area: nullable(isText),
  asOf: nullable(isInt),
  going: nullable(isGoing),
  since: nullable(isInt),
  revision: isInt,
  currency: isText,
  unpaidMinor: isInt,
  heldMinor: isInt,
  heldSince: nullable(isInt),
  heldCount: isInt,
  receivedMinor: isInt,
  askingSince: nullable(isInt),
  unsettled: isInt,
  left: optional(
    shape<NonNullable<Tile['left']>>({ since: isInt, isHere: isTruth, isAlarm: isTruth }),
  ),
  closesAt: optional(isInt),
})

const freshness = {
  asOf: nullable(isInt),
  trouble: nullable(shape<NonNullable<Floor['trouble']>>({ cause: oneOf(troubles), since: isInt })),
}

const openAsOf = nullable(isInt)
const followed = nullable(listOf(isText))
const burst = optional(
  nullable(shape<NonNullable<Floor['burst']>>({ id: isText, since: isInt, codes: isInt })),
)

export const isFloor = shape<Floor>({
  boot: isText,
  version: isInt,
  title: isText,
  ...freshness,
  openAsOf,
  followed,
  differences: optional(isInt),
  restored: optional(oneOf(restoredStates)),
  burst,
  tiles: listOf(isTile),
})

export const isFloorPatch = shape<FloorPatch>({
  from: isInt,
  to: isInt,
  title: optional(isText),
  ...freshness,
  openAsOf: optional(openAsOf),
  followed: optional(followed),
  differences: optional(isInt),
  restored: optional(oneOf([...restoredStates, 'over'])),
  burst,
  set: listOf(isTile),
  removed: listOf(isText),
  order: optional(listOf(isText)),
})
