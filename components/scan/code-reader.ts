/** What the code in the camera's picture says; null where there is none. */
export type CodeReader = (video: HTMLVideoElement) => Promise<string | null>

/** The part that we use of the browser's own reader (Shape Detection API), which not every browser has. */
interface Detector {
  detect: (picture: HTMLVideoElement) => Promise<{ rawValue: string }[]>
}

declare global {
  // oxlint-disable-next-line no-var -- Only so does TypeScript know it as a member of the page.
  var BarcodeDetector:
    | {
        new (options: { formats: string[] }): Detector
        getSupportedFormats: () => Promise<string[]>
      }
    | undefined
}

/** A larger picture only takes longer: at this width a code that fills a tenth of it can still be read. */
const LONGEST_SIDE = 960

/** The browser's own reader where it has one for QR codes, else one that is loaded now and for nothing else. */
export async function codeReader(): Promise<CodeReader> {
  const detector = await detectorOfBrowser()
  if (!detector) return ownReader()
  let read: CodeReader = async (video) => {
    try {
      return (await detector.detect(video))[0]?.rawValue ?? null
    } catch {
      // Some browsers offer it without the service of the device that would do it.
      read = await ownReader()
      return read(video)
    }
  }
  return (video) => read(video)
}

async function detectorOfBrowser(): Promise<Detector | null> {
  const { BarcodeDetector } = globalThis
  if (!BarcodeDetector) return null
  try {
    const formats = await BarcodeDetector.getSupportedFormats()
    return formats.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : null
  } catch {
    return null
  }
}

async function ownReader(): Promise<CodeReader> {
  const { decodeQR } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  return async (video) => {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(video.videoWidth, video.videoHeight))
    const width = Math.round(video.videoWidth * scale)
    const height = Math.round(video.videoHeight * scale)
    if (!pen || width === 0 || height === 0) return null
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
    pen.drawImage(video, 0, 0, width, height)
    try {
      return decodeQR(pen.getImageData(0, 0, width, height))
    } catch {
      // It throws where it finds no code, which is most of the time.
      return null
    }
  }
}
