import { fullStateOf } from './control-state.ts'
import { invalidParameters, notFound, WalletError } from './core/errors.ts'
import { everything, render, type Part } from './core/fields.ts'
import { guestNamed } from './core/guests.ts'
import { Item } from './core/item.ts'
import type { Json } from './core/json.ts'
import { changedSettings } from './core/settings.ts'
import { spotView } from './core/spot-view.ts'
import { leave, scan } from './core/visits.ts'
import type { Transaction } from './core/state.ts'
import { transactionView } from './core/transaction-view.ts'
import {
  expireTransaction,
  forceTransaction,
  letTimePass,
  rejectTransaction,
  requireTransaction,
  reserveTransaction,
} from './core/transactions.ts'
import { change, remove, type World } from './core/world.ts'
import { readFault } from './faults.ts'
import type { Sandbox } from './sandbox.ts'

type Act = (sandbox: Sandbox, item: Item, body: Json) => Part

const reads: Record<string, (sandbox: Sandbox) => Part> = {
  state: fullStateOf,
  settings: ({ world }) => ({ ...world.state.settings }),
  log: ({ log }) => log.entries().map((entry) => ({ ...entry })),
}

const acts: Record<string, Act> = {
  reset: (sandbox, item) => {
    item.allow(['seed', 'scene'])
    const seed = item.json('seed')
    const scene = item.text('scene')
    if (scene !== undefined && scene !== 'reference') {
      throw invalidParameters('scene is: reference', 'scene')
    }
    sandbox.reset(seed === undefined ? null : JSON.stringify(seed), scene ?? null)
    return {}
  },
  advance: (sandbox, item) => {
    item.allow(['seconds'])
    const seconds = item.require('seconds', item.number('seconds'))
    if (seconds < 0 || seconds > 1e9) throw invalidParameters('seconds is not usable', 'seconds')
    sandbox.advance(seconds)
    return {}
  },
  settings: ({ world }, _item, body) => {
    world.state.settings = changedSettings(world.state.settings, body)
    world.revision += 1
    return { ...world.state.settings }
  },
  faults: (sandbox, _item, body) => ({
    faults: sandbox.faults.add(readFault(body)).map((fault) => ({ ...fault })),
  }),
  calm: (sandbox, item) => {
    item.allow([])
    sandbox.faults.clear()
    return {}
  },
  scan: ({ world }, item) => {
    item.allow(['guest', 'code'])
    const guest = guestOf(world, item)
    const spot = scan(world, guest, item.require('code', item.text('code')))
    return spotView(world, { kind: 'guest', guest }, spot)
  },
  leave: ({ world }, item) => {
    item.allow(['guest'])
    const guest = guestOf(world, item)
    const spot = leave(world, guest)
    return spot ? spotView(world, { kind: 'guest', guest }, spot) : {}
  },
  reserve: ({ world }, item) => {
    item.allow(['guest', 'transactionKey'])
    return shown(world, reserveTransaction(world, guestOf(world, item), keyOf(item)))
  },
  reject: ({ world }, item) => {
    item.allow(['guest', 'transactionKey'])
    guestOf(world, item)
    return shown(world, rejectTransaction(world, keyOf(item)))
  },
  expire: ({ world }, item) => {
    item.allow(['transactionKey'])
    return shown(world, expireTransaction(world, keyOf(item)))
  },
  forget: ({ world }, item) => {
    item.allow(['transactionKey'])
    const transaction = requireTransaction(world, keyOf(item))
    remove(world, 'transactions', transaction.key)
    return shown(world, transaction)
  },
  force: ({ world }, item) => {
    item.allow(['transactionKey', 'status', 'priceMinor', 'currency'])
    const status = item.text('status')
    const priceMinor = item.integer('priceMinor')
    const currency = item.text('currency')
    const forced = {
      ...(status === undefined ? {} : { status }),
      ...(priceMinor === undefined ? {} : { priceMinor }),
      ...(currency === undefined ? {} : { currency }),
    }
    return shown(world, forceTransaction(world, keyOf(item), forced))
  },
}

/** The door for tests: `/__control/…`, each answer in the wallet's own words. */
export function control(sandbox: Sandbox, method: string, path: string, body: Json): Json {
  const name = path.slice('/__control/'.length)
  const read = Object.hasOwn(reads, name) ? reads[name] : undefined
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined
  if (!read && !act) throw notFound('There is no such control')
  letTimePass(sandbox.world)
  if (method === 'GET' && read) return render(read(sandbox), everything)
  if (method !== 'POST' || !act) {
    throw new WalletError(405, 'method_not_allowed', 'Reads are GET, acts are POST')
  }
  const item = new Item(body, 'control', true)
  const part = change(sandbox.world, () => act(sandbox, item, body))
  sandbox.noticeChange()
  return render(part, everything)
}

function guestOf(world: World, item: Item) {
  const name = item.require('guest', item.text('guest'))
  if (name === '' || name.length > 100) throw invalidParameters('guest is not a name', 'guest')
  return guestNamed(world, name)
}

function keyOf(item: Item): string {
  return item.require('transactionKey', item.text('transactionKey'))
}

function shown(world: World, transaction: Transaction): Part {
  return transactionView(world, transaction)
}
