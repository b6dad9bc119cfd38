import 'server-only'
import { holdDatabase } from '../hold.ts'

/** A process of its own that holds the database of its argument, as a dashboard does. */
await holdDatabase(process.argv[2] ?? '')
process.stdout.write('held')
setInterval(() => undefined, 60_000)
