'use client'

import { useEffect, useRef, useState } from 'react'
import { address } from '#contract/address.ts'
import { Differences } from '#contract/difference.ts'
import { useNews } from '#components/floor/use-floor.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'
import type { Call } from '#components/http/send.ts'
import { useResource } from '#components/http/use-resource.ts'

/** What differs, read again when the floor says that it is more or less, and what is done about it. */
export function useDifferences() {
  const { data, error, mutate } = useResource(address.differences, Differences)
  const [running, setRunning] = useState<string | null>(null)
  const [failed, setFailed] = useState<{ at: string; error: ProblemError } | null>(null)
  const count = useNews(({ floor }) => floor?.differences ?? 0)
  const known = useRef(count)

  useEffect(() => {
    if (count === known.current) return
    known.current = count
    void mutate()
  }, [count, mutate])

  async function perform(to: string, body?: Call['body']): Promise<void> {
    setRunning(to)
    setFailed(null)
    const result = await attempt(to, body)
    if (result instanceof ProblemError) setFailed({ at: to, error: result })
    await (result instanceof ProblemError ? mutate() : mutate(result, { revalidate: false }))
    setRunning(null)
  }

  return { differences: data?.differences, error, running, failed, perform }
}

async function attempt(to: string, body: Call['body']): Promise<Differences | ProblemError> {
  try {
    return await send(to, Differences, { method: 'POST', ...(body === undefined ? {} : { body }) })
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}
