import { watchSpots } from '#lib/floor/read-spots.ts'
import { meteredWallet } from '#lib/floor/metered-wallet.ts'
import { watchSettled } from '#lib/orders/close-settled.ts'
import { carryOnIntents, watchIntents } from '#lib/orders/intents/carry-on.ts'
import { watchBooks } from '#lib/payments/reconcile/sweep.ts'
import { watchHeldPayments } from '#lib/payments/auto-confirm.ts'
import { watchStrangers } from '#lib/strangers/watch-strangers.ts'
import { watchPayments } from '#lib/payments/watch-payments.ts'
import type { Clock } from '#lib/runtime/clock.ts'
import { makeLog } from '#lib/runtime/log.ts'
import { beginAnotherLife, oncePerProcess } from '#lib/runtime/once-per-process.ts'
import { parseEnvironment } from '#lib/runtime/parse-environment.ts'
import type { Disk } from './disk.ts'
import type { VirtualTime } from './virtual-time.ts'
import type { SimulatedWallet } from './wallet/simulated-wallet.ts'

const environment = Object.freeze(parseEnvironment({}, '/nowhere'))

/** One process lives at a time, so nobody takes the database away from it. */
const foreverHold = { isKept: () => true }

/** What a dashboard runs on. */
export interface Machine {
  time: VirtualTime
  disk: Disk
  wallet: SimulatedWallet
  /** Gets what the dashboard logs as an error that is not the wallet's. */
  stumbles: string[]
}

/**
 * One life of the dashboard, from its start to a kill -9. From then on no statement and no call of it runs or is
 * answered and no timer fires, so its code halts wherever it waits, and what was not committed is gone.
 */
export class Life {
  /** Settles when it has done what a start does, or never. */
  readonly started: Promise<void>
  readonly ended: Promise<void>
  readonly #machine: Machine
  readonly #onCrash: (downMs: number) => void
  #isAlive = true
  #statementsLeft = Infinity
  #downMs = 0
  #end: () => void = () => {}

  constructor(machine: Machine, onCrash: (downMs: number) => void) {
    this.#machine = machine
    this.#onCrash = onCrash
    this.ended = new Promise((resolve) => {
      this.#end = resolve
    })
    this.started = this.#start()
  }

  isAlive = (): boolean => this.#isAlive

  /** Kills it in the instant before so many more statements of its database have run. */
  crashAfterStatements(statements: number, downMs: number): void {
    this.#statementsLeft = statements
    this.#downMs = downMs
  }

  crash = (downMs: number): void => {
    if (!this.#isAlive) return
    this.#isAlive = false
    this.#machine.disk.rollBack()
    this.#end()
    this.#onCrash(downMs)
  }

  async #start(): Promise<void> {
    const { disk, wallet } = this.#machine
    const mortal = { isAlive: this.isAlive, beforeStatement: () => this.#beforeStatement() }
    beginAnotherLife({
      environment,
      clock: this.#clock(),
      log: makeLog('error', { write: (line) => this.#notice(line) }),
      database: Promise.resolve({ db: disk.openFor(mortal), hold: foreverHold }),
    })
    const line = wallet.lineOf({ isAlive: this.isAlive, crash: this.crash })
    oncePerProcess('wallet', () => meteredWallet(line))
    watchSpots()
    watchPayments()
    watchBooks()
    watchHeldPayments()
    watchIntents()
    await carryOnIntents()
    await watchSettled()
    await watchStrangers()
  }

  #clock(): Clock {
    const { time } = this.#machine
    const after: Clock['after'] = (delayMs, act) =>
      time.after(delayMs, () => {
        if (this.#isAlive) act()
      })
    return { now: time.now, uptime: time.uptime, after }
  }

  #notice(line: string): void {
    if (!line.includes('"type":"WalletError"')) this.#machine.stumbles.push(line)
  }

  #beforeStatement(): void {
    if (this.#statementsLeft === 0) this.crash(this.#downMs)
    this.#statementsLeft -= 1
  }
}
