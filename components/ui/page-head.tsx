import { text } from '#components/text/catalogue.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Icon } from '#components/ui/icon.tsx'

/** The head of a page beside the floor, with the way back to it. */
export function PageHead({ title, lead }: { title: string; lead: string }) {
  return (
    <div className="flex items-start gap-3 pt-4">
      <ButtonLink href="/" className="size-12 flex-none px-0!" aria-label={text.spot.back}>
        <Icon name="back" className="size-6" />
      </ButtonLink>
      <div>
        <h1 className="text-3xl leading-12 font-bold tracking-tight">{title}</h1>
        <p className="text-soft">{lead}</p>
      </div>
    </div>
  )
}
