import { execFileSync } from 'node:child_process'

interface RunningProcess {
  pid: number
  parent: number
  residentBytes: number
  command: string
}

/** The resident memory of the process below `ancestor` whose command line matches, with all that it started. */
export function residentBytes(ancestor: number, command: RegExp): number {
  const processes = runningProcesses()
  const found = below(processes, ancestor).find((candidate) => command.test(candidate.command))
  if (!found) throw new Error(`No process below ${ancestor} matches ${command}`)
  return [found, ...below(processes, found.pid)].reduce((sum, each) => sum + each.residentBytes, 0)
}

/** Parents come before their children. */
function below(processes: readonly RunningProcess[], ancestor: number): RunningProcess[] {
  return processes
    .filter(({ parent }) => parent === ancestor)
    .flatMap((child) => [child, ...below(processes, child.pid)])
}

function runningProcesses(): RunningProcess[] {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' })
  return list.split('\n').flatMap((line) => {
    const [, pid, parent, kibibytes, command = ''] =
      /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    if (pid === undefined) return []
    return {
      pid: Number(pid),
      parent: Number(parent),
      residentBytes: Number(kibibytes) * 1024,
      command,
    }
  })
}
