'use client'

import useSWR from 'swr'
import { config } from 'zod/mini'
import { ProblemError } from '#components/http/problem-error.ts'
import { read, exchange } from '#components/http/send.ts'
import type { Schema } from '#components/http/send.ts'

// Without this zod tries `new Function`, which the Content-Security-Policy refuses with a line in the console.
config({ jitless: true })

/**
 * Reads one address of the BFF and keeps it; `null` reads nothing yet. Read again through `mutate()`. A caller that
 * says `readsOnMount: false` asks by itself: what was asked less than 2 s ago is otherwise not asked anew.
 */
export function useResource<T>(
  address: string | null,
  schema: Schema<T>,
  { readsOnMount = true }: { readsOnMount?: boolean } = {},
) {
  return useSWR<T, ProblemError>(
    address,
    async (key: string) => read(schema, (await exchange(key, { timeoutMs: 15_000 })).body),
    {
      shouldRetryOnError: (error) => error.code === 'no_answer',
      errorRetryInterval: 3_000,
      ...(!readsOnMount && { revalidateOnMount: false }),
    },
  )
}
