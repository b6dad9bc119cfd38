import { SinglePage } from '#components/shell/single-page.tsx'
import { text } from '#components/text/catalogue.ts'
import { ButtonLink } from '#components/ui/button.tsx'

export function MissingPage() {
  return (
    <SinglePage title={text.shell.notFoundTitle}>
      <p>{text.shell.notFound}</p>
      <ButtonLink href="/" variant="main" size="big" prefetch={false}>
        {text.shell.toFloor}
      </ButtonLink>
    </SinglePage>
  )
}
