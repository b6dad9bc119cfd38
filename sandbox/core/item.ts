import { invalidParameters } from './errors.ts'
import { isJsonObject, type Json, type JsonObject } from './json.ts'

/** One JSON object of a request, read key by key; whatever does not fit is refused by name. */
export class Item {
  readonly #values: JsonObject
  readonly #name: string
  readonly #isStrict: boolean

  constructor(value: Json | undefined, name: string, isStrict: boolean) {
    if (!isJsonObject(value)) throw invalidParameters(`${name} must be an object`, name)
    this.#values = value
    this.#name = name
    this.#isStrict = isStrict
  }

  allow(keys: readonly string[]): this {
    const unknown = Object.keys(this.#values).filter((key) => !keys.includes(key))
    if (this.#isStrict && unknown.length > 0) {
      throw invalidParameters(`Some keys in item are not available: ${unknown.join(', ')}`)
    }
    return this
  }

  keys(): string[] {
    return Object.keys(this.#values)
  }

  json(key: string): Json | undefined {
    return Object.hasOwn(this.#values, key) ? this.#values[key] : undefined
  }

  has(key: string): boolean {
    return this.json(key) !== undefined
  }

  require<Value>(key: string, value: Value | undefined): Value {
    if (value === undefined) throw invalidParameters(`Key ${key} is required`, key)
    return value
  }

  text(key: string): string | undefined {
    const value = this.json(key)
    if (value === undefined || typeof value === 'string') return value
    throw this.#wrong(key, 'a string')
  }

  integer(key: string): number | undefined {
    const value = this.json(key)
    if (value === undefined) return value
    if (typeof value === 'number' && Number.isSafeInteger(value)) return value
    throw this.#wrong(key, 'an integer')
  }

  number(key: string): number | undefined {
    const value = this.json(key)
    if (value === undefined || typeof value === 'number') return value
    throw this.#wrong(key, 'a number')
  }

  flag(key: string): boolean | undefined {
    const value = this.json(key)
    if (value === undefined || typeof value === 'boolean') return value
    throw this.#wrong(key, 'a boolean')
  }

  item(key: string): Item | undefined {
    const value = this.json(key)
    return value === undefined ? undefined : new Item(value, key, this.#isStrict)
  }

  items(key: string): Item[] | undefined {
    const value = this.json(key)
    if (value === undefined) return undefined
    if (!Array.isArray(value)) throw this.#wrong(key, 'an array')
    return value.map((entry) => new Item(entry, key, this.#isStrict))
  }

  /** The given keys as they came, for fields that are only handed back. */
  copy(keys: readonly string[]): JsonObject {
    const copied: JsonObject = {}
    for (const key of keys) {
      const value = this.json(key)
      if (value === null) throw this.#wrong(key, 'given or omitted')
      if (value !== undefined) copied[key] = value
    }
    return copied
  }

  #wrong(key: string, expected: string) {
    return invalidParameters(`${key} in ${this.#name} must be ${expected}`, key)
  }
}
