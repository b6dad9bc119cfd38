import type { pathOfPlace } from '#components/spots/path-of-place.ts'
import type { WayToTile } from '#components/floor/way-to-tile.ts'
import { text } from '#components/text/catalogue.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Icon } from '#components/ui/icon.tsx'

/** Where something is written for, and where its page is. */
export interface WrittenFor {
  name: string
  way: ReturnType<typeof pathOfPlace> | WayToTile
}

/** Back to the place; what was written is kept. */
export function BackLink({ place: { name, way } }: { place: WrittenFor }) {
  return (
    <ButtonLink href={way} className="size-12 flex-none px-0!" aria-label={text.editor.back(name)}>
      <Icon name="back" className="size-6" />
    </ButtonLink>
  )
}
