import type { Order } from '#contract/order.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Button } from '#components/ui/button.tsx'
import type { EditWay } from './edit-way.ts'

/** The way into the editor. A link cannot be disabled, so a button keeps its place while it leads nowhere. */
export function EditorLink({
  order,
  way,
  isAtWork,
  className,
  children,
}: {
  order: Order
  way: EditWay
  isAtWork: boolean
  className: string
  children: string
}) {
  if (isAtWork) {
    return (
      <Button className={className} disabled>
        {children}
      </Button>
    )
  }
  const editor = `/spots/${order.spotId}/orders/${order.id}` as const
  return (
    <ButtonLink href={way === 'change' ? editor : `${editor}/${way}`} className={className}>
      {children}
    </ButtonLink>
  )
}
