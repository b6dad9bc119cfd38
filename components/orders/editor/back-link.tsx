import type { SpotDetail } from '#contract/spot.ts'
import { text } from '#components/text/catalogue.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Icon } from '#components/ui/icon.tsx'

/** Back to the spot; what was written is kept. */
export function BackLink({ spot }: { spot: SpotDetail }) {
  return (
    <ButtonLink
      href={`/spots/${spot.id}`}
      className="size-12 flex-none px-0!"
      aria-label={text.editor.back(spot.name)}
    >
      <Icon name="back" className="size-6" />
    </ButtonLink>
  )
}
