'use client'

import { useState } from 'react'
import { useSWRConfig } from 'swr'
import * as z from 'zod/mini'
import { address } from '#contract/address.ts'
import { Menu } from '#contract/menu.ts'
import type { MenuEdit } from '#contract/menu.ts'
import { ProblemError } from '#components/http/problem-error.ts'
import { send } from '#components/http/send.ts'

/** A 412 brings the menu as somebody else has saved it. */
const MenuConflict = z.object({ menu: Menu })

/** Saves the whole menu over the version that it was read in; `present` is what somebody else has saved meanwhile. */
export function useSaveMenu(onSaved: (menu: Menu) => void) {
  const { mutate } = useSWRConfig()
  const [isSaving, setIsSaving] = useState(false)
  const [isSaved, setIsSaved] = useState(false)
  const [error, setError] = useState<ProblemError | null>(null)
  const [present, setPresent] = useState<Menu | null>(null)

  async function save(version: number, items: MenuEdit['items']): Promise<void> {
    setIsSaving(true)
    setError(null)
    setIsSaved(false)
    const result = await put(version, items)
    if (result instanceof ProblemError) {
      const conflict = MenuConflict.safeParse(result.body)
      if (conflict.success) setPresent(conflict.data.menu)
      else setError(result)
    } else {
      onSaved(result)
      setIsSaved(true)
      void mutate(address.menu, result, { revalidate: false })
    }
    setIsSaving(false)
  }

  return { isSaving, isSaved, error, present, save, leaveConflict: () => setPresent(null) }
}

export type SavingMenu = ReturnType<typeof useSaveMenu>

async function put(version: number, items: MenuEdit['items']): Promise<Menu | ProblemError> {
  try {
    return await send(address.menu, Menu, { method: 'PUT', version, body: { items } })
  } catch (error) {
    if (error instanceof ProblemError) return error
    throw error
  }
}
