import { SinglePage } from '#components/shell/single-page.tsx'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'

export function CrashedPage({ onRetry }: { onRetry: () => void }) {
  return (
    <SinglePage title={text.shell.crashedTitle}>
      <p>{text.shell.crashed}</p>
      <Button variant="main" size="big" onClick={onRetry}>
        {text.shell.tryAgain}
      </Button>
    </SinglePage>
  )
}
