import { expect, type Locator, type Page } from '@playwright/test'
import jsQR from 'jsqr'

/** A camera sees no more than this of a code, and a larger picture only takes longer. */
const SIDE = 420

/** What a scanner reads in a picture of this part of the screen; null where it finds no code. */
export async function readCode(page: Page, part: Locator): Promise<string | null> {
  await expect(part).toBeVisible()
  const picture = await part.screenshot({ animations: 'disabled' })
  // A page of its own turns the picture into pixels, since the dashboard's lets nothing in.
  const aside = await page.context().newPage()
  const { width, height, pixels } = await aside.evaluate(
    async ([base64, side]) => {
      const image = new Image()
      image.src = `data:image/png;base64,${base64}`
      await image.decode()
      const scale = Math.min(1, side / Math.max(image.width, image.height))
      const canvas = new OffscreenCanvas(image.width * scale, image.height * scale)
      const pen = canvas.getContext('2d')
      if (!pen) throw new Error('no canvas')
      pen.drawImage(image, 0, 0, canvas.width, canvas.height)
      const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
      return { width: canvas.width, height: canvas.height, pixels: [...data] }
    },
    [picture.toString('base64'), SIDE] as const,
  )
  await aside.close()
  return jsQR(new Uint8ClampedArray(pixels), width, height)?.data ?? null
}
