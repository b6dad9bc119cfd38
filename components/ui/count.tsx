'use no memo'

/** A number that changes often: as wide as its digits and laid out by itself, so that the page is not laid out with it. */
export function Count({ of }: { of: number }) {
  return (
    <b>
      <span
        className="block h-[1lh] text-center [contain:size_layout]"
        style={{ width: `${String(of).length}ch` }}
      >
        {of}
      </span>
    </b>
  )
}
