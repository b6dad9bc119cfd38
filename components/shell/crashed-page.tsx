import { SinglePage } from '#components/shell/single-page.tsx'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'

export function CrashedPage({
  isInShell = false,
  onRetry,
}: {
  isInShell?: boolean
  onRetry: () => void
}) {
  return (
    <SinglePage title={text.shell.crashedTitle} isInShell={isInShell}>
      <p>{text.shell.crashed}</p>
      <Button variant="main" size="big" onClick={onRetry}>
        {text.shell.tryAgain}
      </Button>
    </SinglePage>
  )
}
