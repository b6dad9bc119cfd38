import 'server-only'
import { inflateSync } from 'node:zlib'
import { LONGEST_LOGO_SIDE_PX } from '#contract/code-sheet.ts'
import { PNG_SIGNATURE, pngChunk } from './png-chunk.ts'

/** How many values a pixel has by its colour type: grey, colour, palette, grey and alpha, colour and alpha. */
const channels: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const kept = new Set(['PLTE', 'tRNS', 'IDAT'])

interface Header {
  width: number
  height: number
  bytesInRow: number
  usesPalette: boolean
}

/**
 * A PNG with what it takes to show it and nothing else; null for what is none, is larger than a logo may be, or does
 * not hold exactly the pixels that it promises. Interlaced ones are none here: their pixels are counted differently,
 * and nothing that prints a logo needs them.
 */
export function necessaryPng(bytes: Buffer): Buffer | null {
  if (!bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return null
  const chunks = chunksOf(bytes)
  const header = chunks?.[0]?.type === 'IHDR' ? headerOf(chunks[0].content) : null
  if (!chunks || !header) return null
  const pixels = Buffer.concat(
    chunks.filter(({ type }) => type === 'IDAT').map((one) => one.content),
  )
  if (header.usesPalette && !chunks.some(({ type }) => type === 'PLTE')) return null
  if (!holds(pixels, header)) return null
  const parts = chunks.filter(({ type }) => kept.has(type))
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', chunks[0]?.content ?? Buffer.alloc(0)),
    ...parts.map(({ type, content }) => pngChunk(type, content)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function chunksOf(bytes: Buffer): { type: string; content: Buffer }[] | null {
  const chunks: { type: string; content: Buffer }[] = []
  let at = PNG_SIGNATURE.length
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (type === 'IEND') return chunks
    if (at + 12 + length > bytes.length) return null
    chunks.push({ type, content: bytes.subarray(at + 8, at + 8 + length) })
    at += 12 + length
  }
  return null
}

function headerOf(content: Buffer): Header | null {
  if (content.length !== 13) return null
  const [width, height] = [content.readUInt32BE(0), content.readUInt32BE(4)]
  const [depth = 0, colour = 0, packing, filter, interlace] = content.subarray(8)
  const values = channels[colour]
  const isWhole = depth === 8 || (values === 1 && [1, 2, 4].includes(depth))
  const isSmall = Math.max(width, height) <= LONGEST_LOGO_SIDE_PX && Math.min(width, height) > 0
  if (values === undefined || !isWhole || !isSmall) return null
  if (packing !== 0 || filter !== 0 || interlace !== 0) return null
  return {
    width,
    height,
    bytesInRow: 1 + Math.ceil((width * values * depth) / 8),
    usesPalette: colour === 3,
  }
}

/** A few bytes can unpack to gigabytes, so no more is unpacked than the header has promised. */
function holds(pixels: Buffer, { height, bytesInRow }: Header): boolean {
  const promised = height * bytesInRow
  try {
    return inflateSync(pixels, { maxOutputLength: promised }).length === promised
  } catch {
    return false
  }
}
