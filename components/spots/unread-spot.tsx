import type { ProblemError } from '#components/http/problem-error.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { text } from '#components/text/catalogue.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Button } from '#components/ui/button.tsx'

/** The panel before its spot has been read, and where it cannot be. */
export function UnreadSpot({
  error,
  readAgain,
}: {
  error: ProblemError | undefined
  readAgain: () => void
}) {
  if (!error) {
    return <output className="block p-5 text-lg text-soft">{text.spot.reading}</output>
  }
  const isGone = error.code === 'not_found'
  return (
    <div role="alert" className="grid justify-items-start gap-4 p-5">
      <h1 className="text-2xl font-bold">{isGone ? text.spot.goneTitle : text.spot.unread}</h1>
      <p>
        {isGone
          ? text.spot.gone
          : problemWords(error, { wallet_unreachable: text.spot.unreachable })}
      </p>
      <div className="flex flex-wrap gap-2">
        {!isGone && <Button onClick={readAgain}>{text.spot.readAgain}</Button>}
        <ButtonLink href="/">{text.spot.back}</ButtonLink>
      </div>
    </div>
  )
}
