import 'server-only'

/**
 * Whether a page of ours made the call. Every browser sends `Origin` with what can change something, so its absence
 * is a refusal too; `Sec-Fetch-Site` is absent on plain HTTP and counts where it is present.
 */
export function isSameOrigin(headers: Headers, ourOrigin: string | null): boolean {
  if (ourOrigin === null || headers.get('origin') !== ourOrigin) return false
  const site = headers.get('sec-fetch-site')
  return site === null || site === 'same-origin'
}
