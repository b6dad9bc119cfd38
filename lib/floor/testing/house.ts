import 'server-only'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { z } from 'zod'
import { shutDown } from '#lib/runtime/lifecycle.ts'
import { startSandboxProcess, type RunningSandbox } from '#lib/wallet/testing/running-sandbox.ts'

/** A running sandbox and an environment that points at it; each test file is a process and so a house of its own. */
export interface House {
  control: RunningSandbox['control']
  /** A guest checks in with an identifier of location 3; answers the wallet's spot id. */
  scan: (guest: string, identifier: string) => Promise<number>
}

export interface HouseSettings {
  databaseUrl?: string
  timeoutMs?: number
}

const scannedSpot = z.looseObject({ id: z.int() })

export async function openHouse({
  databaseUrl,
  timeoutMs = 1000,
}: HouseSettings = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'spotboard-house-'))
  const { url, control, stop } = await startSandboxProcess()
  Object.assign(process.env, {
    SANDBOX_PORT: new URL(url).port,
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
    WALLET_TIMEOUT_MS: String(timeoutMs),
    WALLET_CALLS_PER_MINUTE: '100000',
    WALLET_CALLS_PER_HOUR: '100000',
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  })
  after(async () => {
    await shutDown()
    await stop()
    rmSync(folder, { recursive: true })
  })
  await control('settings', { rateLimit: false })
  return {
    control,
    scan: async (guest, identifier) => {
      const code = `PAYSERA*3:${identifier}`
      return scannedSpot.parse(await control('scan', { guest, code })).id
    },
  }
}
