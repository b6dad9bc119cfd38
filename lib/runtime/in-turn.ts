import 'server-only'
import { oncePerProcess } from './once-per-process.ts'

/** What is done under one name goes one after the other; under different names, side by side. */
export function inTurn<Result>(name: string, act: () => Promise<Result>): Promise<Result> {
  const turns = oncePerProcess('turns', () => new Map<string, Promise<unknown>>())
  const result = (turns.get(name) ?? Promise.resolve()).then(act)
  const settled = result.catch(() => undefined)
  turns.set(name, settled)
  void settled.then(() => {
    if (turns.get(name) === settled) turns.delete(name)
    return undefined
  })
  return result
}
