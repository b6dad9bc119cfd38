import { h, patch } from './patch.js'

const LOOK_EVERY_MS = 200

/** Only some browsers read QR codes by themselves, and none gives a camera to a page over plain HTTP. */
export function isCameraOffered() {
  return 'BarcodeDetector' in window && 'mediaDevices' in navigator
}

/**
 * Shows the camera's picture until a code is in it.
 *
 * @param {import('./text.js').Text} t
 * @returns {Promise<string | undefined>} The code, or `undefined` when the guest stopped.
 * @throws When the camera is missing or not allowed.
 */
export async function scanWithCamera(t) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
  const dialog = document.createElement('dialog')
  dialog.className = 'camera'
  patch(dialog, [
    h('h2', { id: 'camera-heading' }, t.cameraHeading),
    h('video', { muted: true, playsinline: true }),
    h('button', { type: 'button', class: 'big', onclick: () => dialog.close() }, t.cameraStop),
  ])
  dialog.setAttribute('aria-labelledby', 'camera-heading')
  document.body.append(dialog)
  dialog.showModal()
  try {
    const video = dialog.querySelector('video')
    if (video === null) return undefined
    video.srcObject = stream
    await video.play()
    return await firstCode(video, dialog)
  } finally {
    for (const track of stream.getTracks()) track.stop()
    dialog.close()
    dialog.remove()
  }
}

/**
 * @param {HTMLVideoElement} video
 * @param {HTMLDialogElement} dialog
 * @returns {Promise<string | undefined>}
 */
async function firstCode(video, dialog) {
  const detector = new window.BarcodeDetector({ formats: ['qr_code'] })
  while (dialog.open) {
    const [found] = await detector.detect(video)
    if (found) return found.rawValue
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  return undefined
}
