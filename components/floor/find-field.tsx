'use client'
'use no memo'

import { useRef } from 'react'
import { text } from '#components/text/board.ts'
import { BoardIcon } from '#components/ui/board-icon.tsx'
import { useShortcut } from '#components/ui/use-shortcut.ts'

/**
 * Narrows the floor while one types; Enter goes to the best match, Escape empties it, "/" leads here from anywhere. On
 * a phone it is a magnifying glass beside the filters until somebody wants it, and then takes their place, so that
 * nothing below it moves.
 */
export function FindField({
  typed,
  onType,
  onEnter,
}: {
  typed: string
  onType: (typed: string) => void
  onEnter: () => void
}) {
  const field = useRef<HTMLInputElement>(null)

  useShortcut('/', () => field.current?.select())

  return (
    <div className="relative w-11 flex-none focus-within:flex-1 has-[input:not(:placeholder-shown)]:flex-1 tablet:w-auto tablet:max-w-60 tablet:min-w-36 tablet:flex-1">
      <BoardIcon
        name="search"
        className="pointer-events-none absolute top-3 left-3 size-5 text-soft"
      />
      <input
        ref={field}
        type="text"
        enterKeyHint="go"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-label={text.floor.find}
        aria-keyshortcuts="/"
        placeholder={text.floor.find}
        value={typed}
        maxLength={60}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter()
          if (event.key === 'Escape') onType('')
        }}
        className="min-h-11 w-full rounded-xl border border-edge bg-card pr-0 pl-10 text-ellipsis placeholder:text-soft focus:pr-11 max-tablet:not-focus:placeholder:text-transparent tablet:pr-11"
      />
      {typed !== '' && (
        <button
          type="button"
          aria-label={text.floor.clearFind}
          onClick={() => {
            onType('')
            field.current?.focus()
          }}
          className="absolute top-0 right-0 grid size-11 place-items-center rounded-xl text-soft"
        >
          <BoardIcon name="close" className="size-4" />
        </button>
      )}
    </div>
  )
}
