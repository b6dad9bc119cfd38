import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { RunningProduct } from '../fixtures/running-product.ts'
import type { SandboxControl } from '../fixtures/sandbox-control.ts'
import { walletState, writesOf } from './wallet-state.ts'

const tables = [
  'staff',
  'settings',
  'menu_items',
  'tables',
  'table_identifiers',
  'orders',
  'order_versions',
  'order_transactions',
  'money_back',
  'reductions',
  'days',
  'intents',
  'audit',
]

/**
 * Everything that a refused call must leave as it was: each row of the book and the trail, what the wallet holds, and
 * how often something was written there.
 */
export async function everythingKept(
  product: Pick<RunningProduct, 'dataDir'>,
  sandbox: SandboxControl,
): Promise<object> {
  const wallet = await walletState(sandbox)
  const { spots, transactions } = wallet
  return { rows: rowsOf(product), spots, transactions, writes: writesOf(wallet) }
}

/** Read from the file itself, since no address shows the trail. */
export function rowsOf({ dataDir }: Pick<RunningProduct, 'dataDir'>): Record<string, unknown[]> {
  const database = new DatabaseSync(join(dataDir, 'practice.db'), { readOnly: true })
  try {
    // An act that ends between two readings would look half done.
    database.exec('begin')
    return Object.fromEntries(
      tables.map((table) => [table, database.prepare(`select * from ${table}`).all()]),
    )
  } finally {
    database.close()
  }
}
