import { View, type Part } from './core/fields.ts'
import { tokensOf } from './core/guests.ts'
import { orderView } from './core/order-view.ts'
import { fullSpotView } from './core/spot-view.ts'
import { transactionView } from './core/transaction-view.ts'
import { all, nowMs, shownNowS } from './core/world.ts'
import type { Sandbox } from './sandbox.ts'

/** Everything that the sandbox holds, tokens included, so that a test can sign as a guest. */
export function fullStateOf({ world, log }: Sandbox): Part {
  const { settings, clients } = world.state
  return new View({
    now: nowMs(world),
    time: shownNowS(world),
    settings: { ...settings },
    clients: clients.map(({ id, macKey, projectId }) => ({
      id,
      mac_key: macKey,
      project_id: projectId,
    })),
    guests: all(world, 'guests').map((guest) => {
      const token = tokensOf(world, guest)[0]
      return {
        name: guest.name,
        wallet: guest.walletId,
        access_token: token?.accessToken ?? null,
        mac_key: token?.macKey ?? null,
      }
    }),
    spots: all(world, 'spots').map((spot) => fullSpotView(world, spot)),
    checkIns: all(world, 'checkIns').map(({ party, spotId, session }) => ({
      guest: party.replace(/^guest:/, ''),
      spot_id: spotId,
      session,
    })),
    orders: all(world, 'orders').map(
      (order) =>
        new View({
          ...orderView(world, order).shown,
          spot_id: order.spotId,
          session: order.session,
        }),
    ),
    transactions: all(world, 'transactions').map((transaction) =>
      transactionView(world, transaction),
    ),
    callbacks: all(world, 'callbacks').map((callback) => ({
      id: callback.id,
      url: callback.url,
      type: callback.type,
      transaction_key: callback.transactionKey,
      event: callback.event,
      attempts: callback.attempts.map((attempt) => ({ ...attempt })),
      is_delivered: callback.isDelivered,
      due_at: callback.dueAtMs,
    })),
    calls: log.counts(),
  })
}
