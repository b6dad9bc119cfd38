/** Caps a text at a number of code points, with an ellipsis where something was left out. */
export function shorten(text: string, maxLength: number): string {
  const characters = Array.from(text)
  return characters.length > maxLength ? `${characters.slice(0, maxLength - 1).join('')}…` : text
}
