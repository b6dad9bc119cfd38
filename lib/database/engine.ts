import 'server-only'

export type Engine = 'sqlite' | 'postgres'

export function engineOf(databaseUrl: string): Engine {
  return /^postgres(ql)?:/.test(databaseUrl) ? 'postgres' : 'sqlite'
}
