import { encodeQR } from 'qr'

/** The light frame that the standard asks for, in modules. */
const BORDER = 4

/**
 * A QR code, dark on light in every theme, since many scanners read no inverted one. It is silent beside its label. Load
 * it lazily: the encoder is not needed at the first paint of any page.
 */
export default function QrCode({ content, label }: { content: string; label: string }) {
  const rows = encodeQR(content, 'raw', { ecc: 'medium', border: BORDER })
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
      className="aspect-square w-full max-w-64 rounded-lg bg-white text-black [forced-color-adjust:none]"
    >
      <path fill="currentColor" d={path} />
    </svg>
  )
}
