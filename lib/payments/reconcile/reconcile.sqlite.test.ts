import { openHouse } from '#lib/floor/testing/house.ts'
import { testReconciling } from './testing/reconciling.ts'

testReconciling(await openHouse())
