import { format, stripVTControlCharacters } from 'node:util'
import { log } from '#lib/runtime/log.ts'

/** Next reports on the console, partly in colour; the log has one form for everything. */
export function consoleToLog(): void {
  console.debug = toLog('debug')
  console.log = toLog('info')
  console.info = toLog('info')
  console.warn = toLog('warn')
  console.error = toLog('error')
}

function toLog(level: 'debug' | 'info' | 'warn' | 'error') {
  return (...parts: unknown[]) => {
    const err = parts.find((part) => part instanceof Error)
    const text = stripVTControlCharacters(format(...parts.filter((part) => part !== err))).trim()
    if (err === undefined) log()[level](text)
    else log()[level]({ err }, text === '' ? err.message : text)
  }
}
