import { LARGEST_LOGO_BYTES } from '#contract/code-sheet.ts'

/** Sides to try, in pixels: 480 are 30 mm at 400 dots an inch. */
const SIDES = [480, 320, 200, 120]

/** A picture that somebody chose, drawn anew so that it fits what a logo may weigh, in base64; null for what is none. */
export async function smallPicture(file: Blob): Promise<string | null> {
  if (file.type !== 'image/png' && file.type !== 'image/jpeg') return null
  const picture = await createImageBitmap(file).catch(() => null)
  if (!picture) return null
  for (const side of SIDES) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height))
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(picture.width * scale)),
      Math.max(1, Math.round(picture.height * scale)),
    )
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const drawn = await canvas.convertToBlob({ type: file.type, quality: 0.9 })
    if (drawn.size <= LARGEST_LOGO_BYTES) return base64Of(await drawn.arrayBuffer())
  }
  return null
}

function base64Of(bytes: ArrayBuffer): string {
  return btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''))
}
