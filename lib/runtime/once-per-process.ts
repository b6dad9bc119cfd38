import 'server-only'

/** One for all copies of this module. To look something up on the global object itself takes much longer. */
const kept = keptByProcess()

/**
 * One value for the whole process. Next loads a module once for instrumentation, once for pages
 * and once for route handlers, so a plain `const` at module level would exist three times.
 */
export function oncePerProcess<Value>(name: string, create: () => Value): Value {
  const known: { value: Value } | undefined = Reflect.get(kept, name)
  if (known !== undefined) return known.value
  const value = create()
  Reflect.set(kept, name, { value })
  // A failure that is kept would answer for ever, long after its cause is gone.
  if (value instanceof Promise) value.catch(() => Reflect.deleteProperty(kept, name))
  return value
}

/**
 * Forgets everything that the process has kept, and keeps these values instead: as far as lib can tell, another
 * process begins. The simulation lives many lives of the dashboard in one process.
 */
export function beginAnotherLife(values: Readonly<Record<string, unknown>>): void {
  for (const name of Reflect.ownKeys(kept)) Reflect.deleteProperty(kept, name)
  for (const [name, value] of Object.entries(values)) Reflect.set(kept, name, { value })
}

function keptByProcess(): object {
  const key = Symbol.for('spotboard/kept')
  const values: object = Reflect.get(globalThis, key) ?? Object.create(null)
  Reflect.set(globalThis, key, values)
  return values
}
