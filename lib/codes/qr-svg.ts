import 'server-only'
import { encodeQR } from 'qr'

/** Scanners need so much light around the code, in modules. */
const QUIET_ZONE = 4

/**
 * A text as a QR code (error correction M): dark on white whatever the page around it looks like, since many scanners
 * do not read a light code on a dark ground. Text of the alphanumeric set makes a smaller code.
 */
export function qrSvg(text: string): string {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE })
  const size = modules.length
  const runs = modules.flatMap((row, y) =>
    runsOf(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`),
  )
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${runs.join('')}"/></svg>`
  )
}

/** The dark stretches of a row: where each begins and how long it is. */
function runsOf(row: readonly boolean[]): [start: number, width: number][] {
  const runs: [number, number][] = []
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1)
    if (!isDark) continue
    if (last && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  }
  return runs
}
