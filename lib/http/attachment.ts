import 'server-only'
import { visibleText } from '#contract/text.ts'

const LONGEST = 60
/** What a path, a shell or Windows takes for something else, and a dot or space that it would cut off. */
const UNFIT = /[\\/:*?"<>|%~$`'&;#]+/g

/**
 * The Content-Disposition of a file whose name somebody typed (RFC 6266): programs that know `filename*` (RFC 8187) get
 * the whole name, others its plain letters. Nothing in the name can end the header, name a folder or hide the ending.
 */
export function attachment(stem: string, ending: string): string {
  const fit = visibleText(stem.toWellFormed(), LONGEST)
    .replace(UNFIT, '-')
    .replace(/[. ]+$/, '')
  const plain = fit
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9 ._-]+/g, '-')
  const encoded = encodeURIComponent(`${fit}.${ending}`).replace(
    /['()!*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${encoded}`
}
