import { readFileSync } from 'node:fs'

const lookEveryMs = 250

let asked

/**
 * Resolves once somebody wants this process to end: Ctrl-C, SIGTERM, a closed terminal, or the death
 * of the npm that started it. Call it early: it compares with who was there at the first call.
 *
 * npm starts a script through a shell. A SIGTERM to npm ends that shell without reaching the script,
 * and an npm that was killed outright passes on nothing at all.
 */
export function askedToEnd() {
  asked ??= new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve())
    if (process.env.npm_lifecycle_event === undefined) return
    const startedBy = npmAbove()
    setInterval(() => {
      if (npmAbove() !== startedBy) resolve()
    }, lookEveryMs).unref()
  })
  return asked
}

/** Our parent, and its parent too if ours is only the shell (where the system tells). */
function npmAbove() {
  const parent = process.ppid
  const { command, ppid } = processOf(parent)
  return /^(ba|da|a|z|k)?sh$/.test(command) ? `${parent} ${ppid}` : `${parent}`
}

function processOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command stands in brackets and may hold anything, so fields count from the last bracket.
    const end = stat.lastIndexOf(')')
    return {
      command: stat.slice(stat.indexOf('(') + 1, end),
      ppid: stat.slice(end + 2).split(' ')[1],
    }
  } catch {
    return { command: '', ppid: undefined }
  }
}
