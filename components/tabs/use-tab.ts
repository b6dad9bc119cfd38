'use client'

import { useEffect, useRef } from 'react'
import { address } from '#contract/address.ts'
import { Tab } from '#contract/tab.ts'
import { useNews } from '#components/floor/use-floor.ts'
import { useResource } from '#components/http/use-resource.ts'

/** What is kept on a table, read again whenever its tile on the live floor says that something changed. */
export function useTab(tableId: string) {
  const { data, error, mutate } = useResource(address.tab(tableId), Tab, { readsOnMount: false })
  const tile = useTableTile(tableId)
  const news = `${tableId} ${tile?.revision}`
  const known = useRef('')

  useEffect(() => {
    if (news === known.current) return
    known.current = news
    void mutate()
  }, [news, mutate])

  return { tab: data, error, readAgain: () => void mutate() }
}

/** The tile of a registered table, whether anybody has scanned its code or not. */
export function useTableTile(tableId: string) {
  return useNews(({ floor }) => floor?.tiles.find(({ key }) => key === `t${tableId}`))
}
