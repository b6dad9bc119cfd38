import 'server-only'
import { oncePerProcess } from './once-per-process.ts'
import { parseEnvironment, type ParsedEnvironment } from './parse-environment.ts'
import { keptSessionKey } from './session-key.ts'

export type Environment = Readonly<ParsedEnvironment>

/**
 * Everything that the operator can set, read once. Throws an error with code `environment` whose
 * message is one sentence for a person. This is the only file that reads the process's variables.
 */
export function environment(): Environment {
  return oncePerProcess('environment', () => {
    const parsed = parseEnvironment(process.env, process.cwd())
    const sessionSecrets =
      parsed.sessionSecrets.length > 0 ? parsed.sessionSecrets : [keptSessionKey(parsed.dataDir)]
    return Object.freeze({ ...parsed, sessionSecrets })
  })
}
