'use client'
'use no memo'

import { CrashedPage } from '#components/shell/crashed-page.tsx'

export default function RootError({ retry }: { retry: () => void }) {
  return <CrashedPage onRetry={retry} />
}
