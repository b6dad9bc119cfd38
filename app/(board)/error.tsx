'use client'
'use no memo'

import { CrashedPage } from '#components/shell/crashed-page.tsx'

export default function BoardError({ retry }: { retry: () => void }) {
  return <CrashedPage isInShell onRetry={retry} />
}
