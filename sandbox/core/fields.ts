import { invalidParameters } from './errors.ts'
import type { Json, JsonObject } from './json.ts'

/** An object of an answer: what it shows by default, and what only the `fields` parameter brings out. */
export class View {
  readonly shown: Readonly<Record<string, Part | undefined>>
  readonly onRequest: Readonly<Record<string, () => Part>>

  constructor(
    shown: Readonly<Record<string, Part | undefined>>,
    onRequest: Readonly<Record<string, () => Part>> = {},
  ) {
    this.shown = shown
    this.onRequest = onRequest
  }
}

export type Part = Json | View | View[]

export interface Selection {
  takesDefaults: boolean
  readonly named: Map<string, Selection>
}

export const everything: Selection = { takesDefaults: true, named: new Map() }

/** `*,orders.transaction` → what to show. Absent or empty means the default fields. */
export function parseFields(text: string | null | undefined): Selection {
  if (!text) return everything
  const root: Selection = { takesDefaults: false, named: new Map() }
  for (const path of text.split(',')) {
    let selection = root
    for (const name of path.split('.')) {
      if (name === '') throw invalidParameters('Invalid parameter: fields', 'fields')
      if (name === '*') break
      const next = selection.named.get(name) ?? { takesDefaults: false, named: new Map() }
      selection.named.set(name, next)
      selection = next
    }
    selection.takesDefaults = true
  }
  return root
}

/** Absent fields are omitted and never null, as the wallet documents. */
export function render(part: Part, selection: Selection): Json {
  if (part instanceof View) return renderView(part, selection)
  return Array.isArray(part) ? part.map((entry) => render(entry, selection)) : part
}

function renderView(view: View, selection: Selection): JsonObject {
  const rendered: JsonObject = {}
  for (const [name, part] of Object.entries(view.shown)) {
    const named = selection.named.get(name)
    if (part === undefined || (!selection.takesDefaults && !named)) continue
    rendered[name] = render(part, {
      takesDefaults: selection.takesDefaults || named?.takesDefaults === true,
      named: named?.named ?? everything.named,
    })
  }
  for (const [name, make] of Object.entries(view.onRequest)) {
    const named = selection.named.get(name)
    if (named) rendered[name] = render(make(), named)
  }
  return rendered
}
