import 'server-only'

/**
 * One value for the whole process. Next loads a module once for instrumentation, once for pages
 * and once for route handlers, so a plain `const` at module level would exist three times.
 */
export function oncePerProcess<Value>(name: string, create: () => Value): Value {
  const key = Symbol.for(`spotboard/${name}`)
  const kept: { value: Value } | undefined = Reflect.get(globalThis, key)
  if (kept !== undefined) return kept.value
  const value = create()
  Reflect.set(globalThis, key, { value })
  // A failure that is kept would answer for ever, long after its cause is gone.
  if (value instanceof Promise) value.catch(() => Reflect.deleteProperty(globalThis, key))
  return value
}
