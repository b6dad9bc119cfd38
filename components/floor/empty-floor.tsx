import { text } from '#components/text/menus.ts'
import { BoardIcon } from '#components/ui/board-icon.tsx'

/** What to do before there is anything to see. `guestPhone` is the sandbox's address, in practice only. */
export default function EmptyFloor({ guestPhone }: { guestPhone: string | null }) {
  return (
    <div className="mx-auto grid h-full max-w-md content-center justify-items-center gap-3 py-10 text-center">
      <BoardIcon name="free" className="size-14 text-edge" />
      <h1 className="text-2xl font-bold tracking-tight">{text.emptyFloor.title}</h1>
      <p className="text-soft">{guestPhone ? text.emptyFloor.practice : text.emptyFloor.real}</p>
      {guestPhone && (
        <a
          href={guestPhone}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-13 items-center gap-2 rounded-2xl bg-ink px-5 text-lg font-semibold text-paper"
        >
          <BoardIcon name="phone" />
          {text.emptyFloor.openGuestPhone}
        </a>
      )}
    </div>
  )
}
