import 'server-only'
import { deflateSync } from 'node:zlib'
import { PNG_SIGNATURE, pngChunk } from './png-chunk.ts'

const ONE_BIT_GREY = [1, 0, 0, 0, 0]

/** A PNG (ISO/IEC 15948) of black and white pixels: one bit each, rows without a filter. */
export function oneBitPng(
  { width, height }: { width: number; height: number },
  isBlack: (x: number, y: number) => boolean,
): Buffer {
  const bytesInRow = 1 + Math.ceil(width / 8)
  const rows = Buffer.alloc(bytesInRow * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const byte = y * bytesInRow + 1 + (x >> 3)
      if (!isBlack(x, y)) rows[byte] = (rows[byte] ?? 0) | (0x80 >> (x & 7))
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set(ONE_BIT_GREY, 8)
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}
