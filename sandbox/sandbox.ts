import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { CallbackKey } from './callback-key.ts'
import { CallbackSender } from './callback-sender.ts'
import { CallLog } from './call-log.ts'
import { seededRandom } from './core/chance.ts'
import { setReferenceScene } from './core/reference-scene.ts'
import { seededState } from './core/seed.ts'
import { letTimePass } from './core/transactions.ts'
import { change, createWorld, nowMs, type World } from './core/world.ts'
import { Faults } from './faults.ts'
import { Gate } from './gate.ts'
import { SimulatedGuests } from './simulated-guests.ts'
import { loadKept, saveKept } from './state-file.ts'
import { Timetable } from './timetable.ts'

const saveAfterMs = 200

export interface SandboxOptions {
  /** The machine's clock in milliseconds. */
  now: () => number
  isDemo: boolean
  random: () => number
  /** Where the state is kept between runs; `null` keeps nothing. */
  stateFile: string | null
  /** Told in one sentence what went wrong without stopping anything. */
  complain: (sentence: string) => void
}

/** The wallet's world with everything that stands around it, except the doors. */
export class Sandbox {
  readonly world: World
  readonly timetable: Timetable
  readonly log = new CallLog()
  readonly faults = new Faults()
  readonly gate: Gate
  readonly callbackKey: CallbackKey
  readonly visitors: SimulatedGuests
  readonly isDemo: boolean
  readonly #callbacks: CallbackSender
  readonly #options: SandboxOptions
  #savedRevision = 0
  #cancelDue: (() => void) | undefined
  #saveTimer: NodeJS.Timeout | undefined

  constructor(options: SandboxOptions) {
    this.#options = options
    const { stateFile, complain, now, random } = options
    const kept = stateFile === null ? undefined : loadKept(stateFile, complain)
    this.world = createWorld(kept?.state ?? seededState(random), now, random)
    this.callbackKey = new CallbackKey(kept?.callbackKey ?? null)
    this.timetable = new Timetable(() => nowMs(this.world))
    this.gate = new Gate(this.world)
    const noticeChange = () => this.noticeChange()
    const { world, timetable, callbackKey } = this
    this.#callbacks = new CallbackSender(world, timetable, callbackKey, noticeChange)
    this.isDemo = options.isDemo
    this.visitors = new SimulatedGuests(world, timetable, noticeChange)
    this.visitors.run(options.isDemo && (kept?.isSimulating ?? true))
    this.noticeChange()
  }

  /** Waits as long as this wallet takes for everything. */
  async latency(): Promise<void> {
    const { latencyMs } = this.world.state.settings
    if (latencyMs > 0) await sleep(latencyMs, undefined, { ref: false })
  }

  /**
   * To be called after whatever may have changed the world: callbacks go out, the next end of a
   * reservation is planned, the file follows.
   */
  noticeChange(): void {
    this.#callbacks.look()
    this.#planDue()
    if (this.#options.stateFile === null || this.world.revision === this.#savedRevision) return
    if (this.#saveTimer) return
    this.#saveTimer = setTimeout(() => this.#save(), saveAfterMs)
    this.#saveTimer.unref()
  }

  /** Moves the clock ahead and does what thereby became due. */
  advance(seconds: number): void {
    this.world.state.advancedMs += seconds * 1000
    this.world.revision += 1
    letTimePass(this.world)
    this.noticeChange()
    this.timetable.kick()
  }

  /** Back to the seed. The same `seed` makes the same keys and tokens again. */
  reset(seed: string | null, scene: 'reference' | null): void {
    this.#callbacks.clear()
    this.visitors.clear()
    this.timetable.clear()
    this.world.random = seededRandom(seed ?? randomUUID())
    this.world.state = seededState(this.world.random)
    this.world.lastChange = []
    this.world.revision += 1
    if (scene === 'reference') change(this.world, () => setReferenceScene(this.world))
    this.gate.clear()
    this.faults.clear()
    this.log.clear()
    this.visitors.run(this.isDemo)
    this.noticeChange()
  }

  close(): void {
    this.#callbacks.clear()
    this.timetable.clear()
    this.#save()
  }

  #planDue(): void {
    this.#cancelDue?.()
    const { nextDueAtMs } = this.world.state
    if (nextDueAtMs === null) return
    this.#cancelDue = this.timetable.at(nextDueAtMs, () => {
      letTimePass(this.world)
      this.noticeChange()
    })
  }

  #save(): void {
    clearTimeout(this.#saveTimer)
    this.#saveTimer = undefined
    const { stateFile, complain } = this.#options
    if (stateFile === null) return
    try {
      saveKept(stateFile, {
        state: this.world.state,
        callbackKey: this.callbackKey.stored(),
        isSimulating: this.visitors.isRunning(),
      })
      this.#savedRevision = this.world.revision
    } catch (error) {
      complain(`The sandbox's state cannot be written to ${stateFile}: ${String(error)}`)
    }
  }
}
