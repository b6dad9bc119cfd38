import type { Answer, Call } from './call.ts'
import { WalletError, notFound, unauthorized } from './errors.ts'
import { parseFields, render, type Part } from './fields.ts'
import type { Json } from './json.ts'
import { routes, type Route } from './routes.ts'
import { letTimePass } from './transactions.ts'
import { change, readBeforeLastChange, type World } from './world.ts'

/** Does one call: either all of it or, with an error answer, nothing. */
export function answerCall(world: World, call: Call): Answer {
  letTimePass(world)
  return answered(() => change(world, () => answerOrThrow(world, call)))
}

/** Answers a read with the state from before the last change, as a lagging replica would. */
export function answerStale(world: World, call: Call): Answer {
  letTimePass(world)
  return readBeforeLastChange(world, () => answered(() => answerOrThrow(world, call)))
}

/** What `act` answers, or the wallet's refusal in its envelope. */
export function answered(act: () => Answer): Answer {
  try {
    return act()
  } catch (error) {
    if (!(error instanceof WalletError)) throw error
    const body: Json = { error: error.code, error_description: error.message }
    if (error.properties) body['error_properties'] = { ...error.properties }
    return { status: error.status, body }
  }
}

export function matchRoute(
  method: string,
  path: string,
): { route: Route; values: string[] } | undefined {
  const segments = path.split('/')
  for (const route of routes) {
    const values = route.method === method ? matchSegments(route.segments, segments) : undefined
    if (values) return { route, values }
  }
  return undefined
}

function answerOrThrow(world: World, call: Call): Answer {
  const match = matchRoute(call.method, call.path)
  if (!match) throw notFound('There is no such resource')
  const selection = parseFields(call.query.get('fields'))
  const part = runRoute(world, call, match)
  if (part === undefined) return { status: 204, body: undefined }
  return { status: 200, body: render(part, selection) }
}

function runRoute(
  world: World,
  call: Call,
  { route, values }: { route: Route; values: string[] },
): Part | undefined {
  if (route.access === 'open') return route.run(world, call, values)
  const { caller } = call
  if (!caller) throw unauthorized('This call has to be signed')
  return route.run(world, { ...call, caller }, values)
}

function matchSegments(template: readonly string[], segments: string[]): string[] | undefined {
  if (template.length !== segments.length) return undefined
  const values: string[] = []
  for (const [index, part] of template.entries()) {
    const segment = segments[index] ?? ''
    if (part.startsWith(':') && segment !== '') values.push(segment)
    else if (part !== segment) return undefined
  }
  return values
}
