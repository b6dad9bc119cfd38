'use client'

import { useSWRConfig } from 'swr'
import { address } from '#contract/address.ts'
import type { Tables } from '#contract/table.ts'

/** Keeps what an act on the register has answered, or reads all of it again. */
export function useRegister() {
  const { mutate } = useSWRConfig()
  return {
    keep: async (register: Tables): Promise<void> => {
      await mutate(address.tables, register, { revalidate: false })
      void mutate(address.unregistered)
    },
    readAgain: async (): Promise<void> => {
      void mutate(address.unregistered)
      await mutate(address.tables)
    },
  }
}
