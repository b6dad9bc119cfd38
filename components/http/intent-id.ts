/** A fresh id for one intent. `crypto.randomUUID` does not exist over plain HTTP, `getRandomValues` does. */
export function intentId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
