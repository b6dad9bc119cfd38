'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { Scanned } from '#contract/scan.ts'
import { presentNews } from '#components/floor/use-floor.ts'
import { knownProblem, type ProblemError } from '#components/http/problem-error.ts'
import { isOurs } from '#components/shell/use-board-links.ts'
import { lookUp } from './look-up.ts'
import { meantBy, wayTo } from './way-to.ts'

/** What became of the latest scan or entry; null before the first, and while it opens. */
export type ScanOutcome =
  | { kind: 'nowhere'; scanned: Scanned }
  | { kind: 'noneMatch' }
  | { kind: 'failed'; error: ProblemError }

/** Opens what a code leads to, or what somebody types; what leads nowhere is said. */
export function useScan() {
  const router = useRouter()
  const [outcome, setOutcome] = useState<ScanOutcome | null>(null)
  const [isOpening, setIsOpening] = useState(false)
  const isBusy = useRef(false)

  function open(way: string | null): boolean {
    // From the table the way back is to the floor: nobody wants to scan the same table again.
    if (way === null || !isOurs(way)) return false
    router.replace(way)
    return true
  }

  async function openCode(code: string): Promise<void> {
    if (isBusy.current) return
    isBusy.current = true
    setIsOpening(true)
    try {
      const scanned = await lookUp(code)
      const isOpen = open(wayTo(scanned))
      setOutcome(isOpen ? null : { kind: 'nowhere', scanned })
      if (isOpen) return
    } catch (error) {
      setOutcome({ kind: 'failed', error: knownProblem(error) })
    }
    isBusy.current = false
    setIsOpening(false)
  }

  async function openTyped(typed: string): Promise<void> {
    const meant = meantBy(typed, presentNews().floor?.tiles ?? [])
    if (!meant) setOutcome({ kind: 'noneMatch' })
    else if ('code' in meant) await openCode(meant.code)
    else open(wayTo({ spotId: meant.tile.spot?.id, tableId: meant.tile.tableId }))
  }

  return { outcome, isOpening, openCode, openTyped }
}
