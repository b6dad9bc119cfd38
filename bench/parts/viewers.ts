import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { address } from '#contract/address.ts'

const END = Buffer.from('\n\n')
const NEWLINE = 10
const TITLE = Buffer.from('"title":"')

/** Screens that listen, as cheap as can be, since they share the machine with what is measured. */
export class Viewers {
  readonly #sockets: Socket[] = []
  #events = 0
  #delaysMs: number[] = []

  /** Comes back once every screen has been sent its first floor. */
  async come(port: number, cookies: readonly string[]): Promise<void> {
    for (const cookie of cookies) {
      const socket = connect(port, '127.0.0.1')
      const greeting = `GET ${address.floorStream} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/event-stream\r\ncookie: ${cookie}\r\n\r\n`
      socket.write(greeting)
      const [first]: Buffer[] = await once(socket, 'data')
      if (first?.toString('latin1', 9, 12) !== '200') throw new Error('A stream was refused.')
      let isHalfEnded = false
      socket.on('data', (text) => {
        isHalfEnded = this.#hear(text, isHalfEnded)
      })
      this.#sockets.push(socket)
    }
  }

  /** Events that arrived since the last time, at all screens together. */
  takeEvents(): number {
    const events = this.#events
    this.#events = 0
    return events
  }

  /** Milliseconds from the publication to its arrival, of each screen and change since the last time. */
  takeDelays(): number[] {
    const delays = this.#delaysMs
    this.#delaysMs = []
    return delays
  }

  delays(): number {
    return this.#delaysMs.length
  }

  leave(): void {
    for (const socket of this.#sockets.splice(0)) socket.destroy()
  }

  /** Answers whether the text ends in the middle of what ends an event. */
  #hear(text: Buffer, isHalfEnded: boolean): boolean {
    if (isHalfEnded && text[0] === NEWLINE) this.#events += 1
    for (let at = text.indexOf(END); at !== -1; at = text.indexOf(END, at + 2)) this.#events += 1
    for (let at = text.indexOf(TITLE); at !== -1; at = text.indexOf(TITLE, at + 1)) {
      const from = at + TITLE.length
      const sentAt = text.toString('latin1', from, text.indexOf('"', from))
      if (!/^\d+$/.test(sentAt)) continue
      this.#delaysMs.push(Number(process.hrtime.bigint() - BigInt(sentAt)) / 1e6)
    }
    return text.at(-1) === NEWLINE && text.at(-2) !== NEWLINE
  }
}
