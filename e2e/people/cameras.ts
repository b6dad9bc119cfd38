/* oxlint-disable unicorn/consistent-function-scoping -- A function that runs in the page has only what stands inside it. */
import type { Page } from '@playwright/test'

declare global {
  // oxlint-disable-next-line no-var -- Only so does TypeScript know it as a member of the page.
  var cameras: MediaStreamTrack[] | undefined
}

/** Has the page remember the cameras that it opens. */
export async function watchCameras(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { mediaDevices } = navigator
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    globalThis.cameras = []
    mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted)
      globalThis.cameras?.push(...stream.getTracks())
      return stream
    }
  })
}

/** What each camera that the page has opened does now: `live` or `ended`. */
export function camerasOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis.cameras ?? []).map(({ readyState }) => readyState))
}

/** A browser whose camera answers with that error. */
export async function refuseCamera(page: Page, error: string): Promise<void> {
  await page.addInitScript((name) => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', name))
  }, error)
}

/** Tells the page that it is out of sight, as when somebody goes to another program, or back in it. */
export async function setSeen(page: Page, isSeen: boolean): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value: state })
      document.dispatchEvent(new Event('visibilitychange'))
    },
    isSeen ? 'visible' : 'hidden',
  )
}

/** A browser with a reader of its own that sees this code in every picture; without one it fails each time. */
export async function bringReader(page: Page, code: string | null): Promise<void> {
  await page.addInitScript((rawValue) => {
    globalThis.BarcodeDetector = class {
      static getSupportedFormats = () => Promise.resolve(['qr_code'])
      detect = () =>
        rawValue === null
          ? Promise.reject(new DOMException('', 'NotSupportedError'))
          : Promise.resolve([{ rawValue }])
    }
  }, code)
}
