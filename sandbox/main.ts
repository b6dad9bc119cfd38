import { startSandbox } from './server.ts'

const port = Number(process.env['SANDBOX_PORT'] ?? 4010)
const stateFile = process.env['SANDBOX_STATE']
const demo = process.env['SANDBOX_DEMO'] === '1'

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  refuse('SANDBOX_PORT must be a port number from 0 to 65535.')
}

const sandbox = await startSandbox({ port, demo, ...(stateFile ? { stateFile } : {}) }).catch(
  (error: NodeJS.ErrnoException) =>
    refuse(
      `SANDBOX_PORT must be a free port: 127.0.0.1 port ${port} is refused (${error.code ?? error.message}).`,
    ),
)
process.stdout.write(`The sandbox listens on ${sandbox.url}\n`)

/** The code, EX_CONFIG, tells whoever started it that all has been said. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(78)
}

let isStopping = false
function stop(): void {
  if (isStopping) return
  isStopping = true
  void sandbox.close().then(() => process.exit(0))
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
process.on('disconnect', stop)
