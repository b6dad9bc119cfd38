import { allCells } from './matrix.ts'
import { MemoryDisk } from './memory-disk.ts'
import { testMatrix } from './test-matrix.ts'

testMatrix(allCells(), await MemoryDisk.format())
