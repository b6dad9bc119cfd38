import { SinglePage } from '#components/shell/single-page.tsx'
import { text } from '#components/text/catalogue.ts'

export function MissingPage() {
  return (
    <SinglePage title={text.shell.notFoundTitle}>
      <p>{text.shell.notFound}</p>
      {/* A whole new page: what stands around the floor begins afresh. */}
      <a href="/" className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4">
        {text.shell.toFloor}
      </a>
    </SinglePage>
  )
}
