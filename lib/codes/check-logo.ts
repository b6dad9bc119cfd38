import 'server-only'
import * as z from 'zod/mini'
import { problem } from '#lib/runtime/problem.ts'
import { necessaryJpeg } from './necessary-jpeg.ts'
import { necessaryPng } from './necessary-png.ts'

/** A picture that a sheet may show, as it is stored: in base64. */
export const Logo = z.strictObject({
  type: z.enum(['image/png', 'image/jpeg']),
  content: z.string(),
})
export type Logo = z.infer<typeof Logo>

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
