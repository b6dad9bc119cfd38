'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useLeaveGuard } from './use-leave-guard.ts'

/** Asks before a link or a reload throws away what is not saved. */
export function LeaveDialog({ isUnsaved }: { isUnsaved: boolean }) {
  const router = useRouter()
  const [target, setTarget] = useState<Route | null>(null)
  useLeaveGuard(isUnsaved, setTarget)
  return (
    <Dialog
      isOpen={target !== null}
      onClose={() => setTarget(null)}
      title={text.menu.leaveTitle}
      actions={
        <>
          <Button size="big" className="flex-1" onClick={() => setTarget(null)}>
            {text.menu.stay}
          </Button>
          <Button
            variant="danger"
            size="big"
            className="flex-1"
            onClick={() => target !== null && router.push(target)}
          >
            {text.menu.leaveNow}
          </Button>
        </>
      }
    >
      <p>{text.menu.leave}</p>
    </Dialog>
  )
}
