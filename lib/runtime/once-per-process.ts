import 'server-only'

const prefix = 'spotboard/'

/**
 * One value for the whole process. Next loads a module once for instrumentation, once for pages
 * and once for route handlers, so a plain `const` at module level would exist three times.
 */
export function oncePerProcess<Value>(name: string, create: () => Value): Value {
  const key = Symbol.for(prefix + name)
  const kept: { value: Value } | undefined = Reflect.get(globalThis, key)
  if (kept !== undefined) return kept.value
  const value = create()
  Reflect.set(globalThis, key, { value })
  // A failure that is kept would answer for ever, long after its cause is gone.
  if (value instanceof Promise) value.catch(() => Reflect.deleteProperty(globalThis, key))
  return value
}

/**
 * Forgets everything that the process has kept, and keeps these values instead: as far as lib can tell, another
 * process begins. The simulation lives many lives of the dashboard in one process.
 */
export function beginAnotherLife(values: Readonly<Record<string, unknown>>): void {
  for (const key of Object.getOwnPropertySymbols(globalThis)) {
    if (key.description?.startsWith(prefix)) Reflect.deleteProperty(globalThis, key)
  }
  for (const [name, value] of Object.entries(values)) {
    Reflect.set(globalThis, Symbol.for(prefix + name), { value })
  }
}
