import { environment } from '#lib/runtime/environment.ts'
import { refuseOrThrow } from './front/refuse-or-throw.ts'

/** Tells the launcher, which must not read TypeScript, what the variables say. No secret is among it. */
try {
  const { mode, host, port, publicOrigin, dataDir, bringsSandbox, sandboxPort } = environment()
  const facts = { mode, host, port, publicOrigin, dataDir, bringsSandbox, sandboxPort }
  process.stdout.write(JSON.stringify(facts))
} catch (error) {
  refuseOrThrow(error)
}
