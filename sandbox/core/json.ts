export type Json = null | boolean | number | string | Json[] | JsonObject

export interface JsonObject {
  [key: string]: Json
}

/** How deep PHP reads unless told otherwise; what is deeper could not even be written again here. */
const deepestNesting = 512

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `JSON.parse` with the type it really has; throws what `JSON.parse` throws, and at deep nesting. */
export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text)
  let level = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestNesting) throw new RangeError('The JSON is nested too deeply')
    level = level.flatMap((part) =>
      typeof part === 'object' && part !== null ? Object.values(part) : [],
    )
  }
  return value
}
