'use client'

import { useState } from 'react'
import { text } from '#components/text/menus.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'

/** Tells managers that the connection is plain HTTP; it comes back with the next visit, since it stays true. */
export default function UnprotectedNotice() {
  const [isHidden, setIsHidden] = useState(false)
  if (isHidden) return null
  return (
    <div className="flex flex-none items-center gap-3 border-b border-line bg-card py-1 pr-2 pl-3.5 text-sm tablet:pl-5">
      <Icon name="unlocked" className="size-5" />
      <p className="flex-1 leading-snug">{text.unprotected.warning}</p>
      <Button variant="quiet" onClick={() => setIsHidden(true)}>
        {text.unprotected.hide}
      </Button>
    </div>
  )
}
