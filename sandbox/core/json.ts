export type Json = null | boolean | number | string | Json[] | JsonObject

export interface JsonObject {
  [key: string]: Json
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `JSON.parse` with the type it really has; throws what `JSON.parse` throws. */
export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text)
  return value
}
