'use client'

import { useState } from 'react'
import { useSWRConfig } from 'swr'
import { address } from '#contract/address.ts'
import { Settings, type SettingsChange } from '#contract/settings.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'

/** Saves settings of the house; what was saved last holds, and what is left out stays. */
export function useSaveSettings() {
  const { mutate } = useSWRConfig()
  const [isSaving, setIsSaving] = useState(false)
  const [isSaved, setIsSaved] = useState(false)
  const [error, setError] = useState<ProblemError | null>(null)

  async function save(change: SettingsChange): Promise<void> {
    setIsSaving(true)
    setIsSaved(false)
    setError(null)
    const result = await put(change)
    if (result instanceof ProblemError) setError(result)
    else {
      await mutate(address.settings, result, { revalidate: false })
      setIsSaved(true)
    }
    setIsSaving(false)
  }

  return { isSaving, isSaved, error, save }
}

async function put(change: SettingsChange): Promise<Settings | ProblemError> {
  try {
    return await send(address.settings, Settings, { method: 'PUT', body: change })
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}
