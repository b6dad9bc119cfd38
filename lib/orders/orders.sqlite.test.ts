import { openHouse } from '#lib/floor/testing/house.ts'
import { testEvening } from './testing/all-acts.ts'

testEvening(await openHouse())
