'use no memo'

import { troubleOf } from '#components/floor/freshness.ts'
import { useNews } from '#components/floor/use-floor.ts'
import { text } from '#components/text/board.ts'

/** Before the first news: waiting with an end, since after some seconds of silence the trouble is named instead. */
export function UnreadFloor() {
  const isTroubled = useNews(troubleOf) !== null
  return (
    <div aria-busy={!isTroubled}>
      <p className="py-3 text-soft">{isTroubled ? text.floor.unread : text.floor.reading}</p>
      <div
        aria-hidden="true"
        className="grid grid-cols-2 gap-2.5 tablet:grid-cols-[repeat(auto-fill,minmax(11.5rem,1fr))]"
      >
        {Array.from({ length: 12 }, (_, index) => (
          <div
            key={index}
            className="h-37 tablet:h-26 rounded-2xl border-[1.5px] border-dashed border-line"
          />
        ))}
      </div>
    </div>
  )
}
