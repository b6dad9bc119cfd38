import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Icon } from '#components/ui/icon.tsx'

export type RegisterDialog = 'add' | 'series' | 'takeOver' | 'import'

/** The ways to get tables into the register, and from there to their codes. */
export function RegisterActs({
  hasTables,
  canTakeOver,
  onOpen,
}: {
  hasTables: boolean
  canTakeOver: boolean
  onOpen: (dialog: RegisterDialog) => void
}) {
  return (
    <div className="flex flex-wrap gap-2 pt-4">
      <Button
        variant={hasTables ? 'main' : 'plain'}
        className="min-h-12"
        onClick={() => onOpen('add')}
      >
        <Icon name="plus" />
        {text.tables.add}
      </Button>
      <Button className="min-h-12" onClick={() => onOpen('series')}>
        {text.tables.series}
      </Button>
      {hasTables && canTakeOver && (
        <Button className="min-h-12" onClick={() => onOpen('takeOver')}>
          {text.tables.takeOver}
        </Button>
      )}
      {hasTables && (
        <ButtonLink href="/tables/codes" className="min-h-12">
          {text.codes.title}
        </ButtonLink>
      )}
      {hasTables && (
        <ButtonLink href="/tables/round" className="min-h-12">
          {text.round.title}
        </ButtonLink>
      )}
    </div>
  )
}
