import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'

/** One category of the menu, or all of it. */
export function CategoryRow({
  names,
  chosen,
  onChoose,
}: {
  names: readonly string[]
  chosen: string | null
  onChoose: (name: string | null) => void
}) {
  return (
    <div
      role="toolbar"
      aria-label={text.editor.categories}
      className="scroll-row flex flex-none gap-2 px-3.5 py-1.5 tablet:px-5"
    >
      <Chip isChosen={chosen === null} onChoose={() => onChoose(null)}>
        {text.editor.all}
      </Chip>
      {names.map((name) => (
        <Chip key={name} isChosen={chosen === name} onChoose={() => onChoose(name)}>
          {name}
        </Chip>
      ))}
    </div>
  )
}

function Chip({
  isChosen,
  onChoose,
  children,
}: {
  isChosen: boolean
  onChoose: () => void
  children: string
}) {
  return (
    <Button
      variant={isChosen ? 'main' : 'plain'}
      aria-pressed={isChosen}
      onClick={onChoose}
      className="max-w-60 flex-none rounded-full!"
    >
      <bdi className="truncate">{children}</bdi>
    </Button>
  )
}
