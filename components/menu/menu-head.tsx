import { text } from '#components/text/catalogue.ts'
import { PageHead } from '#components/ui/page-head.tsx'

export function MenuHead() {
  return <PageHead title={text.menu.title} lead={text.menu.lead} />
}
