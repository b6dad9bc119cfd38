/** The addresses of the BFF, written once: route tests, fetches and SWR keys all use these. */
export const address = {
  session: '/api/session',
  setUp: '/api/set-up',
  floor: '/api/floor',
  floorStream: '/api/floor/stream',
  spot: (spotId: number) => `/api/spots/${spotId}`,
  spotOrders: (spotId: number) => `/api/spots/${spotId}/orders`,
  closeSpot: (spotId: number) => `/api/spots/${spotId}/close`,
  order: (orderId: string) => `/api/orders/${encodeURIComponent(orderId)}`,
  confirmOrder: (orderId: string) => `/api/orders/${encodeURIComponent(orderId)}/confirm`,
  declineOrder: (orderId: string) => `/api/orders/${encodeURIComponent(orderId)}/decline`,
  settleOrder: (orderId: string) => `/api/orders/${encodeURIComponent(orderId)}/settle`,
  menu: '/api/menu',
  health: '/api/health',
  ready: '/api/ready',
} as const
