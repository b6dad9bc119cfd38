import 'server-only'
import { type Answer, jsonOf, type Notice, readPage } from './answer.ts'
import type { CallOptions, PerformCall } from './call.ts'
import {
  readClient,
  readLocation,
  readPublicKey,
  type WalletClientInfo,
  type WalletLocation,
} from './merchant-schemas.ts'
import { idSegment } from './paths.ts'

/** Who we are to the wallet, and what it says about itself. */
export function createMerchantCalls(perform: PerformCall, notice: Notice) {
  const locations = (answer: Answer): WalletLocation[] =>
    readPage(jsonOf(answer), 'locations', (item) => readLocation(item, notice)).items

  return {
    /** The cheapest proof that the credentials are good. */
    async getClient(options?: CallOptions): Promise<WalletClientInfo> {
      return perform(
        {
          method: 'GET',
          pathTemplate: '/client',
          path: '/rest/v1/client',
          read: (answer) => readClient(jsonOf(answer), notice),
        },
        options,
      )
    },

    async listClientLocations(options?: CallOptions): Promise<WalletLocation[]> {
      return perform(
        {
          method: 'GET',
          pathTemplate: '/client/locations',
          path: '/rest/v1/client/locations',
          read: locations,
        },
        options,
      )
    },

    /** At most 200: the most that the wallet gives at once. */
    async listProjectLocations(
      projectId: number,
      options?: CallOptions,
    ): Promise<WalletLocation[]> {
      return perform(
        {
          method: 'GET',
          pathTemplate: '/project/:id/locations',
          path: `/rest/v1/project/${idSegment(projectId)}/locations`,
          query: new URLSearchParams({ limit: '200' }),
          read: locations,
        },
        options,
      )
    },

    /** The key, as PEM text, that verifies the wallet's callbacks. */
    async getPublicKey(options?: CallOptions): Promise<string> {
      return perform(
        {
          method: 'GET',
          pathTemplate: '/publickey',
          path: '/publickey',
          isUnsigned: true,
          read: readPublicKey,
        },
        options,
      )
    },
  }
}
