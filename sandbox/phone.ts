import { keyInCode } from './core/codes.ts'
import { invalidParameters, invalidState, notFound, WalletError } from './core/errors.ts'
import { guestNamed } from './core/guests.ts'
import { Item } from './core/item.ts'
import type { Json } from './core/json.ts'
import type { Guest } from './core/state.ts'
import { letTimePass, rejectTransaction, reserveTransaction } from './core/transactions.ts'
import { leave, requireShowable, scan, scanPayment } from './core/visits.ts'
import { change, type World } from './core/world.ts'
import { guestView, tablesView } from './phone-view.ts'
import type { Sandbox } from './sandbox.ts'

const longestName = 100

const acts: Record<string, (world: World, guest: Guest, item: Item) => void> = {
  scan: (world, guest, item) => {
    const code = item.allow(['code']).require('code', item.text('code'))
    const key = keyInCode(code)
    if (key === undefined) scan(world, guest, code)
    else scanPayment(world, guest, key)
  },
  leave: (world, guest, item) => {
    item.allow([])
    leave(world, guest)
  },
  pay: (world, guest, item) => {
    reserveTransaction(world, guest, payableKey(world, item))
  },
  refuse: (world, _guest, item) => {
    rejectTransaction(world, payableKey(world, item))
  },
}

/** What the guest's phone page talks to: `/__phone/…`. */
export function phone(sandbox: Sandbox, method: string, path: string, body: Json): Json {
  const [noun, name = '', verb] = path.slice('/__phone/'.length).split('/')
  letTimePass(sandbox.world)
  switch (noun) {
    case 'tables':
      requireMethod(method, 'GET')
      return tablesView(sandbox.world)
    case 'simulation':
      if (method === 'POST') switchSimulation(sandbox, body)
      else requireMethod(method, 'GET')
      return { running: sandbox.visitors.isRunning(), available: sandbox.isDemo }
    case 'guests':
      return guestPhone(sandbox, method, readName(name), verb, body)
    default:
      throw notFound('There is no such thing on the phone')
  }
}

function guestPhone(
  sandbox: Sandbox,
  method: string,
  name: string,
  verb: string | undefined,
  body: Json,
): Json {
  const { world } = sandbox
  if (verb === undefined) {
    requireMethod(method, 'GET')
    return guestView(world, name)
  }
  const act = Object.hasOwn(acts, verb) ? acts[verb] : undefined
  if (!act) throw notFound('The phone cannot do that')
  requireMethod(method, 'POST')
  change(world, () => act(world, guestNamed(world, name), new Item(body, verb, true)))
  sandbox.noticeChange()
  return guestView(world, name)
}

function switchSimulation(sandbox: Sandbox, body: Json): void {
  const item = new Item(body, 'simulation', true).allow(['running'])
  const isRunning = item.require('running', item.flag('running'))
  if (!sandbox.isDemo) throw invalidState('Simulated guests belong to the demo')
  sandbox.visitors.run(isRunning)
  sandbox.world.revision += 1
  sandbox.noticeChange()
}

function payableKey(world: World, item: Item): string {
  item.allow(['transactionKey'])
  const key = item.require('transactionKey', item.text('transactionKey'))
  requireShowable(world, key)
  return key
}

function readName(segment: string): string {
  try {
    const name = decodeURIComponent(segment)
    if (name !== '' && name.length <= longestName) return name
  } catch {
    // A segment that does not decode is no name either.
  }
  throw invalidParameters('This is not a name', 'guest')
}

function requireMethod(method: string, expected: string): void {
  if (method !== expected) {
    throw new WalletError(405, 'method_not_allowed', `This takes ${expected}`)
  }
}
