import 'server-only'
import bidiFactory from 'bidi-js'
import { visibleText } from '#contract/text.ts'

const LONGEST = 120
const ELLIPSIS = '…'
/** Only say whether a sign is drawn in colour, which no print needs to know. */
const STYLE_SELECTORS = /[\ufe00-\ufe0f]/g
const LEFTWARD =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

const bidi = bidiFactory()
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Hostile text (law 7) made fit for a font: what the font cannot draw becomes its code point, like unseen characters. */
export function drawableText(text: string, draws: (codePoint: number) => boolean): string {
  const drawn = Array.from(visibleText(text.replace(STYLE_SELECTORS, ''), LONGEST), (character) => {
    const codePoint = character.codePointAt(0) ?? 0
    return draws(codePoint)
      ? character
      : `⟪${codePoint.toString(16).toUpperCase().padStart(4, '0')}⟫`
  })
  return drawn.join('')
}

/** Breaks a text into lines that fit a width, between words where that goes; what is left over ends in an ellipsis. */
export function linesOf(
  text: string,
  { width, most }: { width: number; most: number },
  widthOf: (text: string) => number,
): string[] {
  const lines: string[] = []
  let rest = text.trim()
  while (rest !== '') {
    const isLast = lines.length === most - 1
    if (widthOf(rest) <= width) return [...lines, rest]
    const head = headOf(rest, (part) => widthOf(isLast ? part + ELLIPSIS : part) <= width)
    if (isLast) return [...lines, head.trimEnd() + ELLIPSIS]
    const space = head.lastIndexOf(' ')
    const line = space > 0 && rest[head.length] !== ' ' ? head.slice(0, space) : head
    lines.push(line.trimEnd())
    rest = rest.slice(line.length).trimStart()
  }
  return lines
}

/** As many characters from the start as fit, one at least; halved again and again, since shaping a text is slow. */
function headOf(text: string, fits: (part: string) => boolean): string {
  const ends = Array.from(graphemes.segment(text), ({ index, segment }) => index + segment.length)
  let [fitting, tooMany] = [0, ends.length]
  while (tooMany - fitting > 1) {
    const middle = (fitting + tooMany) >> 1
    if (fits(text.slice(0, ends[middle]))) fitting = middle
    else tooMany = middle
  }
  return text.slice(0, ends[fitting])
}

/** Whether a text has words of a script that runs from right to left. */
export function runsLeftward(text: string): boolean {
  return LEFTWARD.test(text)
}

/** The stretches of a line from left to right as they are seen: Arabic and Hebrew run the other way (UAX #9). */
export function visualRuns(line: string): string[] {
  if (!runsLeftward(line)) return [line]
  const { levels } = bidi.getEmbeddingLevels(line)
  const runs: { level: number; text: string }[] = []
  for (let index = 0; index < line.length; index += 1) {
    const level = levels[index] ?? 0
    const last = runs.at(-1)
    if (last?.level === level) last.text += line[index] ?? ''
    else runs.push({ level, text: line[index] ?? '' })
  }
  for (let level = Math.max(...levels); level > 0; level -= 1) reverseFrom(runs, level)
  return runs.map(({ text }) => text)
}

/** Turns round each stretch of neighbours that are at this level or above. */
function reverseFrom(runs: { level: number }[], level: number): void {
  for (let start = 0; start < runs.length; start += 1) {
    let end = start
    while ((runs[end]?.level ?? -1) >= level) end += 1
    if (end > start) runs.splice(start, end - start, ...runs.slice(start, end).toReversed())
    start = end
  }
}
