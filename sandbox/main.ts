import { startSandbox } from './server.ts'

const port = Number(process.env['SANDBOX_PORT'] ?? 4010)
const stateFile = process.env['SANDBOX_STATE']
const demo = process.env['SANDBOX_DEMO'] === '1'

if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write('SANDBOX_PORT is a port number from 0 to 65535.\n')
  process.exit(1)
}

const sandbox = await startSandbox({ port, demo, ...(stateFile ? { stateFile } : {}) }).catch(
  (error: unknown) => {
    process.stderr.write(`The sandbox cannot listen on 127.0.0.1:${port}: ${String(error)}\n`)
    process.exit(1)
  },
)
process.stdout.write(`The sandbox listens on ${sandbox.url}\n`)

let isStopping = false
function stop(): void {
  if (isStopping) return
  isStopping = true
  void sandbox.close().then(() => process.exit(0))
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
process.on('disconnect', stop)
