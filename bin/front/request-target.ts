/**
 * What Next may be given: a path that decodes, without control characters and steps to a parent. Next
 * answers other targets with pages or redirects, and takes `//host` for another server's address.
 */
export function isWellFormed(target: string): boolean {
  const [path = ''] = target.split('?', 1)
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(target)) return false
  const decoded = decode(path)
  if (decoded === undefined || /[\p{Cc}\\]/u.test(decoded)) return false
  return !decoded.split('/').some((step) => step === '.' || step === '..')
}

/** An API address with empty parts leads nowhere; Next would answer with a redirect, which is not JSON. */
export function isMisspeltApiAddress(target: string): boolean {
  const [path = ''] = target.split('?', 1)
  return /^\/api(\/|$)/.test(path) && /\/\/|\/$/.test(path)
}

/** Pages are only read: there are no server actions, and Next would render a page for any method. */
export function isReadOnly(target: string): boolean {
  return !/^\/(api|_next|__nextjs[^/?]*)([/?]|$)/.test(target)
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
