import { openHouse } from '#lib/floor/testing/house.ts'
import { testTabs } from './testing/all-tabs.ts'

testTabs(await openHouse())
