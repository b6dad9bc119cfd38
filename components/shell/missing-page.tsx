import { SinglePage } from '#components/shell/single-page.tsx'
import { text } from '#components/text/board.ts'
import { buttonLook } from '#components/ui/button-look.ts'

export function MissingPage() {
  return (
    <SinglePage title={text.shell.notFoundTitle}>
      <p>{text.shell.notFound}</p>
      {/* oxlint-disable-next-line next/no-html-link-for-pages -- Every page carries this one, and would load the link's code for it. */}
      <a href="/" className={buttonLook({ variant: 'main', size: 'big' })}>
        {text.shell.toFloor}
      </a>
    </SinglePage>
  )
}
