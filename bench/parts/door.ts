import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import * as z from 'zod/mini'
import type { Command } from './doors/commands.ts'
import { plainEnvironment } from './service.ts'

const Port = z.object({ port: z.int() })
const Cookies = z.object({ cookies: z.array(z.string()) })
const Saturated = z.object({ events: z.number(), cpuUs: z.number(), tookMs: z.number() })
const Memory = z.object({ residentBytes: z.number() })
const Cpu = z.object({ cpuUs: z.number() })

/** A process that serves the floor, ours or the bare one. */
export class Door {
  readonly #child: ChildProcess
  readonly port: number

  private constructor(child: ChildProcess, port: number) {
    this.#child = child
    this.port = port
  }

  static async open(which: 'ours' | 'bare', spots: number): Promise<Door> {
    const child = fork(join(import.meta.dirname, 'doors', `${which}.ts`), [String(spots)], {
      execArgv: ['--conditions=react-server', '--expose-gc'],
      env: plainEnvironment(),
    })
    const [first]: unknown[] = await once(child, 'message')
    return new Door(child, Port.parse(first).port)
  }

  async cookies(count: number): Promise<string[]> {
    return Cookies.parse(await this.#ask({ ask: 'cookies', count })).cookies
  }

  async saturate(forMs: number): Promise<z.infer<typeof Saturated>> {
    return Saturated.parse(await this.#ask({ ask: 'saturate', forMs }))
  }

  async publish(): Promise<void> {
    await this.#ask({ ask: 'publish' })
  }

  async residentBytes(): Promise<number> {
    return Memory.parse(await this.#ask({ ask: 'memory' })).residentBytes
  }

  async cpuUs(): Promise<number> {
    return Cpu.parse(await this.#ask({ ask: 'cpu' })).cpuUs
  }

  async close(): Promise<void> {
    const ended = once(this.#child, 'exit')
    this.#child.disconnect()
    await ended
  }

  async #ask(command: Command): Promise<unknown> {
    const answered = once(this.#child, 'message')
    this.#child.send(command)
    const [answer]: unknown[] = await answered
    return answer
  }
}
