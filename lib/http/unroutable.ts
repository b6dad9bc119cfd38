import 'server-only'
import { problem } from '#lib/runtime/problem.ts'
import { withStandingHeaders } from './answer.ts'
import { problemResponse } from './problem-response.ts'

const routable = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/**
 * What Next itself would answer badly (a plain-text 500 for a broken `%`, an empty 400 for other verbs, a redirect for
 * `//` and a slash at the end), so the server in front of it asks here first. Null is for Next to answer.
 */
export function answerUnroutable(method: string, target: string): Response | null {
  const refusal = refusalOf(method, target)
  if (!refusal) return null
  const headers: HeadersInit =
    refusal.code === 'method_not_allowed' ? { allow: [...routable].join(', ') } : {}
  return withStandingHeaders(problemResponse(refusal, headers), null)
}

function refusalOf(method: string, target: string) {
  const [path = ''] = target.split('?', 1)
  if (!isDecodable(path)) {
    return problem('invalid', { detail: 'The address is not properly encoded.' })
  }
  if (!routable.has(method)) return problem('method_not_allowed')
  const isApi = /^\/+api(\/|$)/.test(path)
  if (isApi && (path.includes('//') || path.endsWith('/'))) {
    return problem('not_found', { detail: 'There is no such address.' })
  }
  return null
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
