import { address } from '#contract/address.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { buttonLook } from '#components/ui/button-look.ts'

/** The register out as a file and in from one. */
export function FileActs({ hasTables, onImport }: { hasTables: boolean; onImport: () => void }) {
  return (
    <section aria-label={text.tables.files} className="mt-8">
      <h2 className="text-xl font-bold tracking-tight">{text.tables.files}</h2>
      <p className="text-soft">{text.tables.filesPlain}</p>
      <div className="flex flex-wrap gap-2 pt-3">
        <Button className="min-h-12" onClick={onImport}>
          {text.tables.import}
        </Button>
        {hasTables && (
          <a href={address.exportTables} download className={buttonLook({}, 'min-h-12')}>
            {text.tables.export}
          </a>
        )}
      </div>
    </section>
  )
}
