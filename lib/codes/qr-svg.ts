import 'server-only'
import { darkPath } from '#contract/dark-path.ts'
import { codeMatrix } from './code-matrix.ts'
import { practiceStamp } from './practice-stamp.ts'

/**
 * A text as a QR code: dark on white whatever the page around it looks like, since many scanners do not read a light
 * code on a dark ground. With the stamp it says below the code that it is for practice.
 */
export function qrSvg(text: string, { isStamped = false } = {}): string {
  const matrix = codeMatrix(text)
  const width = matrix.length
  const stamp = isStamped ? practiceStamp() : []
  const scale = (width - 2) / (stamp[0]?.length ?? 1)
  const height = Math.ceil(width + stamp.length * scale)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${width}v${height}H0z"/><path d="${darkPath(matrix)}"/>` +
    (isStamped
      ? `<path transform="translate(1 ${width})scale(${scale})" shape-rendering="auto" d="${darkPath(stamp)}"/>`
      : '') +
    '</svg>'
  )
}
