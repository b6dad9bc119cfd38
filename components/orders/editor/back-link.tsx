import type { SpotDetail } from '#contract/spot.ts'
import { pathOfPlace } from '#components/spots/path-of-place.ts'
import { text } from '#components/text/catalogue.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Icon } from '#components/ui/icon.tsx'

/** Back to the spot; what was written is kept. */
export function BackLink({ spot }: { spot: SpotDetail }) {
  return (
    <ButtonLink
      href={pathOfPlace(spot.id)}
      className="size-12 flex-none px-0!"
      aria-label={text.editor.back(spot.name)}
    >
      <Icon name="back" className="size-6" />
    </ButtonLink>
  )
}
