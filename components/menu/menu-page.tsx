'use client'

import { address } from '#contract/address.ts'
import { Menu } from '#contract/menu.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { useResource } from '#components/http/use-resource.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { MenuDesk } from './menu-desk.tsx'
import { MenuHead } from './menu-head.tsx'

/** What staff can tap in a new order, as a manager writes it. */
export function MenuPage() {
  const { data, error, mutate } = useResource(address.menu, Menu)
  if (data) return <MenuDesk menu={data} />
  return (
    <div className="mx-auto grid max-w-3xl gap-4 px-4">
      <MenuHead />
      {error ? (
        <Notice
          role="alert"
          title={text.menu.unread}
          action={<Button onClick={() => void mutate()}>{text.spot.readAgain}</Button>}
        >
          {problemWords(error)}
        </Notice>
      ) : (
        <output className="block text-lg text-soft">{text.menu.reading}</output>
      )}
    </div>
  )
}
