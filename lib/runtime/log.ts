import 'server-only'
import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino'
import { environment } from './environment.ts'
import { oncePerProcess } from './once-per-process.ts'

/** Fields that hold secrets, wherever in a logged object they stand (up to three levels down). */
const secretFields = [
  'authorization',
  'cookie',
  '"set-cookie"',
  'password',
  'passwordHash',
  'pin',
  'pinHash',
  'mac',
  'macKey',
  'walletMacKey',
  'secret',
  'sessionSecrets',
  'setupToken',
  'metricsToken',
  'token',
  'databaseUrl',
]

/** The process's log: JSON lines on stdout. */
export function log(): Logger {
  return oncePerProcess('log', () => makeLog(environment().logLevel))
}

export function makeLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    redact: {
      paths: secretFields.flatMap((field) => pathsOf(field)),
      censor: '[secret]',
    },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

function pathsOf(field: string): string[] {
  return field.startsWith('"')
    ? [`[${field}]`, `*[${field}]`, `*.*[${field}]`]
    : [field, `*.${field}`, `*.*.${field}`]
}
