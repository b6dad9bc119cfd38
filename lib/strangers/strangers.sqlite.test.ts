import { openHouse } from '#lib/floor/testing/house.ts'
import { testStrangers } from './testing/strangers.ts'

testStrangers(await openHouse())
