import { SinglePage } from '#components/shell/single-page.tsx'
import { text } from '#components/text/menus.ts'
import { buttonLook } from '#components/ui/button-look.ts'

export function MissingPage() {
  return (
    <SinglePage title={text.missing.title}>
      <p>{text.missing.why}</p>
      {/* oxlint-disable-next-line next/no-html-link-for-pages -- Every page carries this one, and would load the link's code for it. */}
      <a href="/" className={buttonLook({ variant: 'main', size: 'big' })}>
        {text.missing.toFloor}
      </a>
    </SinglePage>
  )
}
