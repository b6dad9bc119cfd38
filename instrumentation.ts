import type { Instrumentation } from 'next'

/** Runs once before the server answers: what has to exist, exists then, and the floor is being watched. */
export async function register(): Promise<void> {
  // The compiler leaves this out of the build for the edge runtime, which has none of Node's modules.
  // oxlint-disable-next-line no-restricted-properties
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { prepareInstallation } = await import('#lib/auth/prepare-installation.ts')
    const { preparePracticeMenu } = await import('#lib/menu/practice-menu.ts')
    const { watchSpots } = await import('#lib/floor/read-spots.ts')
    const { watchPayments } = await import('#lib/payments/watch-payments.ts')
    const { watchSettled } = await import('#lib/orders/close-settled.ts')
    const { watchHeldPayments } = await import('#lib/payments/auto-confirm.ts')
    const { carryOnIntents, watchIntents } = await import('#lib/orders/intents/carry-on.ts')
    const { watchForRestore } = await import('#lib/restoration/watch-restore.ts')
    const { watchStrangers } = await import('#lib/strangers/watch-strangers.ts')
    const { watchBooks } = await import('#lib/payments/reconcile/sweep.ts')
    await prepareInstallation()
    await preparePracticeMenu()
    await watchForRestore()
    watchSpots()
    watchPayments()
    watchBooks()
    watchHeldPayments()
    await carryOnIntents()
    watchIntents()
    await watchSettled()
    await watchStrangers()
  }
}

export const onRequestError: Instrumentation.onRequestError = async (err, request, context) => {
  // oxlint-disable-next-line no-restricted-properties
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { log } = await import('#lib/runtime/log.ts')
    const [path] = request.path.split('?', 1)
    log().error({ err, method: request.method, path, where: context.routePath }, 'a page failed')
  }
}
