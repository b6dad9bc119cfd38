'use client'

import { useState } from 'react'

/**
 * The same array for as long as nothing in it differs, so that what is drawn from it is not drawn anew with every word
 * about other tables.
 */
export function useSteady<T>(list: readonly T[]): readonly T[] {
  const [kept, setKept] = useState(list)
  const isKept = kept.length === list.length && list.every((entry, index) => entry === kept[index])
  if (isKept) return kept
  setKept(list)
  return list
}
