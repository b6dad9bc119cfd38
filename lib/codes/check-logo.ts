import 'server-only'
import type { Logo } from '#contract/code-sheet.ts'
import { problem } from '#lib/runtime/problem.ts'
import { necessaryJpeg } from './necessary-jpeg.ts'
import { necessaryPng } from './necessary-png.ts'

/**
 * What a house's logo is kept as: a PNG or JPEG taken apart and put together again from what shows it, so that no
 * location of a photograph goes out with every print, and nothing that unpacks to more than it says. Throws `invalid`
 * for everything else; an SVG could carry scripts and addresses.
 */
export function checkLogo(base64: string): Logo {
  const bytes = Buffer.from(base64, 'base64')
  const png = necessaryPng(bytes)
  if (png) return { type: 'image/png', content: png.toString('base64') }
  const jpeg = necessaryJpeg(bytes)
  if (jpeg) return { type: 'image/jpeg', content: jpeg.toString('base64') }
  const detail = 'The logo must be a PNG or JPEG picture of 1000 pixels a side at most.'
  throw problem('invalid', { detail, errors: [{ path: 'content', message: detail }] })
}
