import 'server-only'
import { spotboard } from '#lib/audit/record-act.ts'
import { database } from '#lib/database/connection.ts'
import type { Database } from '#lib/database/open-database.ts'
import { environment } from '#lib/runtime/environment.ts'
import { readMenu } from './read-menu.ts'
import { saveMenu } from './save-menu.ts'

const menu: Record<string, readonly [title: string, unitPriceMinor: number][]> = {
  Coffee: [
    ['Espresso', 220],
    ['Flat white', 340],
    ['Cappuccino', 330],
    ['Latte', 350],
    ['Filter coffee', 250],
    ['Iced latte', 390],
  ],
  Kitchen: [
    ['Cold beetroot soup', 590],
    ['Potato dumplings with bacon', 890],
    ['Chicken Kyiv', 1150],
    ['Open rye sandwich, herring', 690],
    ['Garlic rye bread', 520],
    ['Grilled goat cheese salad', 940],
  ],
  Sweet: [
    ['Honey cake', 450],
    ['Tree cake, a slice', 490],
    ['Curd pancakes with jam', 560],
    ['Apple pie', 420],
  ],
  Wine: [
    ['House white, glass', 490],
    ['House red, glass', 490],
    ['Sparkling, glass', 590],
  ],
  Beer: [
    ['Unfiltered lager 0.5 l', 480],
    ['Dark ale 0.5 l', 520],
    ['Alcohol-free lager 0.33 l', 380],
  ],
  'Soft drinks': [
    ['Mineral water', 220],
    ['Kvass', 280],
    ['Sea buckthorn lemonade', 390],
  ],
}

/** In practice there is something to sell from the first start on. A menu that was ever saved is left alone. */
export async function preparePracticeMenu(): Promise<void> {
  if (environment().mode === 'practice') await seedMenu(await database())
}

export async function seedMenu(db: Database): Promise<void> {
  const { version } = await readMenu(db)
  if (version > 0) return
  const items = Object.entries(menu).flatMap(([category, rows]) =>
    rows.map(([title, unitPriceMinor]) => ({ category, title, unitPriceMinor, offToday: false })),
  )
  await saveMenu(db, spotboard, { items }, version)
}
