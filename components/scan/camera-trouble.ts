/**
 * Why no picture comes: the page is not encrypted, the device has no camera, the person or the device forbids it,
 * another program has it, it went away meanwhile, or something else.
 */
export const cameraTroubles = [
  'unprotected',
  'missing',
  'forbidden',
  'busy',
  'gone',
  'failed',
] as const
export type CameraTrouble = (typeof cameraTroubles)[number]

/** What the browser means that refuses the camera (Media Capture and Streams, `getUserMedia`). */
export function cameraTrouble(error: unknown): CameraTrouble {
  const name = error instanceof Error ? error.name : ''
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'forbidden'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    default:
      return 'failed'
  }
}
