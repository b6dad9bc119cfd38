import { address } from '#contract/address.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { buttonLook } from '#components/ui/button-look.ts'
import { Icon } from '#components/ui/icon.tsx'

export type RegisterDialog = 'add' | 'series' | 'takeOver' | 'import'

/** The ways to get tables into the register, and the whole of it out as a file. */
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
      <Button className="min-h-12" onClick={() => onOpen('import')}>
        {text.tables.import}
      </Button>
      {hasTables && (
        <a href={address.exportTables} download className={buttonLook({}, 'min-h-12')}>
          {text.tables.export}
        </a>
      )}
    </div>
  )
}
