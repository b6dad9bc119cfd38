import 'server-only'
import { isHttps } from '#lib/auth/public-origin.ts'

/**
 * What every page carries. Scripts run by nonce only; style sheets come from our own files, and neither style elements
 * nor style attributes count. `Referrer-Policy` keeps `Origin` on our own requests, which `no-referrer` would turn
 * into `null`, and those are then refused.
 */
export function pageHeaders(nonce: string, origin: string | null, isDevelopment = false): Headers {
  const headers = new Headers({
    'content-security-policy': contentSecurityPolicy(nonce, isDevelopment),
    'permissions-policy':
      'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
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
