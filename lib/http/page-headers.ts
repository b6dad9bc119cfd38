import 'server-only'
import { isHttps } from '#lib/auth/public-origin.ts'

const NEVER = 'microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()'

/**
 * What every page carries. Scripts run by nonce only; style sheets come from our own files, and neither style elements
 * nor style attributes count. `Referrer-Policy` keeps `Origin` on our own requests, which `no-referrer` would turn
 * into `null`, and those are then refused.
 */
export function pageHeaders({
  nonce,
  origin,
  mayUseCamera,
  isDevelopment = false,
}: {
  nonce: string
  /** Where the browser believes us to be; null where the request does not tell. */
  origin: string | null
  /** The policy is that of the page that was loaded, whichever page of the board it shows later. */
  mayUseCamera: boolean
  isDevelopment?: boolean
}): Headers {
  const headers = new Headers({
    'content-security-policy': contentSecurityPolicy(nonce, isDevelopment),
    'permissions-policy': `camera=(${mayUseCamera ? 'self' : ''}), ${NEVER}`,
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  })
  if (isHttps(origin)) {
    headers.set('strict-transport-security', 'max-age=31536000')
    headers.set('cross-origin-opener-policy', 'same-origin')
  }
  return headers
}

/** React's development build evaluates text, and the development server puts styles into the page. */
function contentSecurityPolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ''}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}
