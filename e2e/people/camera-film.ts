import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeQR } from 'qr'

const WIDTH = 320
const HEIGHT = 240
const FRAMES_PER_SECOND = 5
const QUIET_ZONE = 4
/** Of a table in dim light, and of paper. */
const [GROUND, DARK, LIGHT] = [110, 40, 215]

/** Arguments with which Chromium grants its camera at once and has it see this film, over and over. */
export function cameraOf(film: string): string[] {
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]
}

/** A film in which these codes are shown for that many seconds each (YUV4MPEG2). */
export function makeFilm(codes: readonly string[], secondsEach: number): string {
  const film = join(mkdtempSync(join(tmpdir(), 'spotboard-film-')), 'codes.y4m')
  const head = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`
  const frames = codes.flatMap((code) => {
    const frame = frameOf(code)
    return Array.from({ length: secondsEach * FRAMES_PER_SECOND }, () => frame)
  })
  writeFileSync(film, Buffer.concat([Buffer.from(head), ...frames]))
  return film
}

export function discardFilm(film: string): void {
  rmSync(join(film, '..'), { recursive: true })
}

function frameOf(code: string): Buffer {
  const modules = encodeQR(code, 'raw', { ecc: 'medium', border: QUIET_ZONE })
  const side = Math.floor((HEIGHT - 20) / modules.length)
  const left = Math.floor((WIDTH - side * modules.length) / 2)
  const top = Math.floor((HEIGHT - side * modules.length) / 2)
  const brightness = Buffer.alloc(WIDTH * HEIGHT, GROUND)
  for (const [y, row] of modules.entries()) {
    for (const [x, isDark] of row.entries()) {
      for (let line = 0; line < side; line += 1) {
        const from = (top + y * side + line) * WIDTH + left + x * side
        brightness.fill(isDark ? DARK : LIGHT, from, from + side)
      }
    }
  }
  const noColour = Buffer.alloc((WIDTH * HEIGHT) / 2, 128)
  return Buffer.concat([Buffer.from('FRAME\n'), brightness, noColour])
}
