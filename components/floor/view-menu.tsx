'use client'

import { layouts } from '#contract/view.ts'
import type { View } from '#contract/view.ts'
import { changeView } from '#components/floor/use-view.ts'
import { text } from '#components/text/menus.ts'

const option = 'flex min-h-11 items-center gap-3 rounded-xl px-2 hover:bg-line'
const mark = 'size-5 accent-ink'

/** Tiles or a list, and the areas that this person follows. */
export default function ViewMenu({ areas, view }: { areas: readonly string[]; view: View }) {
  const follow = (area: string, isFollowed: boolean) => {
    const others = view.areas.filter((one) => one !== area && areas.includes(one))
    changeView({ ...view, areas: isFollowed ? [...others, area] : others })
  }
  return (
    <div className="grid gap-3">
      <fieldset>
        <legend className="px-2 font-bold">{text.view.layout}</legend>
        {layouts.map((layout) => (
          <label key={layout} className={option}>
            <input
              type="radio"
              name="layout"
              className={mark}
              checked={view.layout === layout}
              onChange={() => changeView({ ...view, layout })}
            />
            {text.view.layouts[layout]}
          </label>
        ))}
      </fieldset>
      {areas.length > 1 && (
        <fieldset>
          <legend className="px-2 font-bold">{text.view.areas}</legend>
          {areas.map((area) => (
            <label key={area} className={option}>
              <input
                type="checkbox"
                className={mark}
                checked={view.areas.includes(area)}
                onChange={(event) => follow(area, event.target.checked)}
              />
              <bdi className="wrap-anywhere">{area || text.floor.noArea}</bdi>
            </label>
          ))}
          <p className="px-2 text-sm text-soft">{text.view.areasPlain}</p>
        </fieldset>
      )}
    </div>
  )
}
