import { MemoryDisk } from './memory-disk.ts'
import { testMatrix } from './test-matrix.ts'

testMatrix(await MemoryDisk.format())
