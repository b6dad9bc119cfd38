import 'server-only'

/**
 * Where a sign-in may lead: a path of this site, or the floor. Browsers read backslashes as slashes and drop tabs and
 * line breaks, so that `/\evil.example` would be another site's address; the URL parser does as they do.
 */
export function returnPath(asked: string | readonly string[] | undefined): string {
  const here = 'http://spotboard.invalid'
  if (typeof asked !== 'string' || !asked.startsWith('/')) return '/'
  const url = URL.parse(asked, here)
  return url !== null && url.origin === here ? url.pathname + url.search : '/'
}
