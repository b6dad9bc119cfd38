'use client'

import { address } from '#contract/address.ts'
import { Menu } from '#contract/menu.ts'
import { problemWords } from '#components/http/problem-words.ts'
import { useResource } from '#components/http/use-resource.ts'
import { text } from '#components/text/catalogue.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { MenuDesk } from './menu-desk.tsx'

/** What staff can tap in a new order, as a manager writes it. */
export function MenuPage() {
  const { data, error, mutate } = useResource(address.menu, Menu)
  return (
    <div className="mx-auto flex h-full max-w-3xl flex-col">
      <div className="px-4 pt-4">
        <h1 className="text-3xl font-bold tracking-tight">{text.menu.title}</h1>
        <p className="mt-1 text-soft">{text.menu.lead}</p>
      </div>
      {data && <MenuDesk menu={data} />}
      {!data && !error && (
        <output className="block p-4 text-lg text-soft">{text.menu.reading}</output>
      )}
      {!data && error && (
        <Notice
          role="alert"
          className="m-4"
          title={text.menu.unread}
          action={<Button onClick={() => void mutate()}>{text.spot.readAgain}</Button>}
        >
          {problemWords(error)}
        </Notice>
      )}
    </div>
  )
}
