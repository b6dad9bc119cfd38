import 'server-only'
import type { CallOptions, WalletConfig, WalletHooks } from './call.ts'
import { createCaller } from './caller.ts'
import { createMerchantCalls } from './merchant-calls.ts'
import { createSpotCalls } from './spot-calls.ts'
import { createTransactionCalls } from './transaction-calls.ts'
import type { Transport } from './transport.ts'

export type WalletClient = ReturnType<typeof createWalletClient>

/**
 * Everything of the Paysera Wallet API that a merchant needs. Each method makes one call (and says
 * where it may need a second), rejects with a WalletError when the wallet did not do its part, and
 * with a plain Error, before any call, when it was given nonsense. Exchanges go over HTTP unless
 * another transport is given.
 */
export function createWalletClient(
  config: WalletConfig,
  hooks: WalletHooks = {},
  transport?: Transport,
) {
  const { perform, serverTimeCall, clockOffsetMs, close } = createCaller(config, hooks, transport)
  const notice = createOnceNotice(hooks)
  return {
    ...createSpotCalls(perform, notice),
    ...createTransactionCalls(perform, notice),
    ...createMerchantCalls(perform, notice),

    /** The wallet's time in milliseconds; from then on our signatures follow it. */
    async getServerTime(options?: CallOptions): Promise<number> {
      return perform(serverTimeCall, options)
    },

    /** How far the wallet's clock is ahead of ours, once a signature was refused for it; until then 0. */
    clockOffsetMs,

    /** Closes the idle connections. */
    close,
  }
}

const mostNotices = 200
const longestNotice = 100

/** Logs each unknown word or field once, and stops altogether if there is no end to them. */
function createOnceNotice(hooks: WalletHooks): (what: string) => void {
  const noticed = new Set<string>()
  return (said) => {
    const what = said.slice(0, longestNotice)
    if (noticed.has(what) || noticed.size >= mostNotices) return
    noticed.add(what)
    hooks.log?.('wallet said something unknown', { what })
  }
}
