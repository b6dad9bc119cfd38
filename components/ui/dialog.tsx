'use client'

import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { text } from '#components/text/board.ts'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { SteadyGroup, useIsSteady } from '#components/ui/steady-group.tsx'

/**
 * A modal sheet on the browser's own dialog: it brings the focus trap, Escape and the way back to the control that
 * opened it. It stands at the bottom of a phone, where the thumb is, and in the middle of wider screens. Since it comes
 * up under the finger that opened it, it takes no tap before it has stood for a moment: the second tap of two would
 * otherwise decide what nobody has read.
 */
export function Dialog({
  isOpen,
  onClose,
  title,
  children,
  actions,
}: {
  isOpen: boolean
  onClose: () => void
  title: string
  children?: ReactNode
  /** Buttons in a row that stays in view however long the content is. */
  actions?: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const shape = isOpen ? 'open' : 'closed'
  const isSteady = useIsSteady(shape)

  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (isOpen && !element.open) element.showModal()
    if (!isOpen && element.open) element.close()
  }, [isOpen])

  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- A click beside the sheet closes it; the keyboard has Escape.
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current && isSteady) onClose()
      }}
      className="m-auto mb-0 w-full max-w-lg rounded-t-2xl border border-edge bg-card p-0 text-ink floating backdrop:bg-shade tablet:mb-auto tablet:rounded-2xl"
    >
      <SteadyGroup shape={shape}>
        <div className="flex max-h-[85dvh] flex-col">
          <div className="flex items-start justify-between gap-2 py-2 pr-2 pl-5">
            <h2
              id={titleId}
              className="min-w-0 py-2.5 text-xl leading-7 font-bold tracking-tight [overflow-wrap:anywhere]"
            >
              {title}
            </h2>
            <Button
              variant="quiet"
              size="icon"
              className="flex-none"
              aria-label={text.shell.close}
              onClick={onClose}
            >
              <Icon name="close" />
            </Button>
          </div>
          <div className="overflow-y-auto px-5 pb-5">{isOpen && children}</div>
          {actions && (
            <div className="flex flex-wrap gap-3 border-t border-line p-4">{actions}</div>
          )}
        </div>
      </SteadyGroup>
    </dialog>
  )
}
