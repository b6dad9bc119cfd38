import { startPostgres } from '#lib/database/testing/postgres-server.ts'
import type { Disk } from './disk.ts'
import { allCells, playCell } from './matrix.ts'
import { MemoryDisk } from './memory-disk.ts'
import { PostgresDisk } from './postgres-disk.ts'

/** Plays every cell of the matrix on both engines, telling how far it is; answers how many did not come right. */
export async function playMatrix(tell: (words: string) => void): Promise<number> {
  const onSqlite = await playAll('SQLite', await MemoryDisk.format(), tell)
  const server = await startPostgres()
  const disk = await PostgresDisk.format(await server.createDatabase('house'))
  const onPostgres = await playAll('PostgreSQL', disk, tell)
  await disk.close()
  await server.stop()
  return onSqlite + onPostgres
}

async function playAll(engine: string, disk: Disk, tell: (words: string) => void): Promise<number> {
  const cells = allCells()
  let played = 0
  let failed = 0
  for (const cell of cells) {
    const { flaws, story } = await playCell(cell, disk)
    played += 1
    if (flaws.length > 0) {
      failed += 1
      tell(`${engine}: ${JSON.stringify(cell)}\n${story}\n${flaws.join('\n')}`)
    }
    if (played % 50 === 0) tell(`${engine}: ${played} of ${cells.length} cells`)
  }
  tell(`${engine}: ${cells.length - failed} cells came right, ${failed} did not`)
  return failed
}
