import { Button } from '#components/ui/button.tsx'

/** One of a few, each a button. */
export function ChoiceRow<Choice extends string>({
  label,
  choices,
  words,
  chosen,
  onChoose,
}: {
  label: string
  choices: readonly Choice[]
  words: Record<Choice, string>
  chosen: Choice
  onChoose: (choice: Choice) => void
}) {
  return (
    <fieldset aria-label={label} className="flex gap-2">
      {choices.map((choice) => (
        <Button
          key={choice}
          variant={choice === chosen ? 'main' : 'plain'}
          className="min-h-12 min-w-0 flex-1 px-2! leading-tight"
          aria-pressed={choice === chosen}
          onClick={() => onChoose(choice)}
        >
          {words[choice]}
        </Button>
      ))}
    </fieldset>
  )
}
