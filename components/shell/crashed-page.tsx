'use no memo'

import { SinglePage } from '#components/shell/single-page.tsx'
import { basics } from '#components/text/en-basics.ts'
import { buttonLook } from '#components/ui/button-look.ts'

export function CrashedPage({
  isInShell = false,
  onRetry,
}: {
  isInShell?: boolean
  onRetry: () => void
}) {
  return (
    <SinglePage title={basics.crashedTitle} isInShell={isInShell}>
      <p>{basics.crashed}</p>
      <button
        type="button"
        className={buttonLook({ variant: 'main', size: 'big' })}
        onClick={onRetry}
      >
        {basics.tryAgain}
      </button>
    </SinglePage>
  )
}
