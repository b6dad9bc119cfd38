import { MOST_PAY_LINES, type SheetChoice } from '#contract/code-sheet.ts'
import { payLanguages } from '#contract/printed-words.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'

type Languages = SheetChoice['languages']

/** In which languages a print asks the guests to scan. */
export function LanguageRow({
  chosen,
  onChoose,
}: {
  chosen: Languages
  onChoose: (languages: Languages) => void
}) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-semibold">{text.codes.languages}</legend>
      <div className="flex flex-wrap gap-2">
        {payLanguages.map((language) => {
          const isChosen = chosen.includes(language)
          const others = chosen.filter((one) => one !== language)
          return (
            <Button
              key={language}
              variant={isChosen ? 'main' : 'plain'}
              aria-pressed={isChosen}
              disabled={!isChosen && chosen.length >= MOST_PAY_LINES}
              onClick={() => onChoose(isChosen ? others : [...chosen, language])}
            >
              {text.codes.languageNames[language]}
            </Button>
          )
        })}
      </div>
      <p className="text-sm text-soft">{text.codes.languagesPlain(MOST_PAY_LINES)}</p>
    </fieldset>
  )
}
