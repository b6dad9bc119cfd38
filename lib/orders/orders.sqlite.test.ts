import { testOrderActs } from './testing/order-acts.ts'

await testOrderActs()
