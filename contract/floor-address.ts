/** The addresses that the floor itself calls. They stand apart from the others, since its first load takes only these. */
export const floorAddress = {
  view: '/api/session/view',
  floor: '/api/floor',
  floorStream: '/api/floor/stream',
  going: (spotId: number) => `/api/spots/${spotId}/going`,
} as const
