'use client'

import { useId, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'

export interface MenuEntry {
  words: string
  onChoose: () => void
}

/**
 * Acts that are seldom wanted, behind one button. It stands on the browser's own popover, which closes it by Escape or
 * a tap beside it and gives the focus back to the button; the arrows, Home and End move inside it.
 */
export function ActMenu({
  label,
  entries,
  disabled,
  isBusy,
}: {
  label: string
  entries: readonly MenuEntry[]
  disabled: boolean
  isBusy: boolean
}) {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)

  const close = () => {
    menu.current?.hidePopover()
    button.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return close()
    const items = itemsOf(menu.current)
    const next = nextIndex(event.key, items.findIndex(isFocused), items.length)
    if (next === null) return
    event.preventDefault()
    items[next]?.focus()
  }

  return (
    <>
      <Button
        ref={button}
        size="icon"
        className="flex-none"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        popoverTarget={id}
        disabled={disabled}
        isBusy={isBusy}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          menu.current?.showPopover({ source: event.currentTarget })
          itemsOf(menu.current)
            .at(event.key === 'ArrowDown' ? 0 : -1)
            ?.focus()
        }}
      >
        <Icon name="more" className="size-6" />
      </Button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onKeyDown={onKeyDown}
        onToggle={(event) => {
          setIsOpen(event.newState === 'open')
          const items = itemsOf(menu.current)
          if (event.newState === 'open' && !items.some(isFocused)) items[0]?.focus()
        }}
        className="fixed inset-x-2 top-auto bottom-2 m-0 min-w-48 rounded-2xl border border-edge bg-raised p-2 text-ink floating supports-[position-area:bottom]:inset-auto supports-[position-area:bottom]:my-1 supports-[position-area:bottom]:[position-area:bottom_span-left] supports-[position-area:bottom]:[position-try-fallbacks:flip-block]"
      >
        {entries.map(({ words, onChoose }) => (
          <button
            key={words}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              close()
              onChoose()
            }}
            className="flex min-h-12 w-full items-center rounded-xl px-4 text-left font-semibold hover:bg-line"
          >
            {words}
          </button>
        ))}
      </div>
    </>
  )
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
}

function isFocused(element: HTMLElement): boolean {
  return element === document.activeElement
}

/** Where a key leads in a menu whose ends meet; null for a key that leads nowhere. */
function nextIndex(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (index + 1) % count
    case 'ArrowUp':
      return (index - 1 + count) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
