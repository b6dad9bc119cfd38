import assert from 'node:assert/strict'
import test from 'node:test'
import { makeLog } from './log.ts'

function logged(write: (log: ReturnType<typeof makeLog>) => void): string[] {
  const lines: string[] = []
  write(makeLog('info', { write: (line: string) => lines.push(line) }))
  return lines
}

test('a line is one JSON object, hostile text included', () => {
  const lines = logged((log) => log.info({ identifier: 'T1\n{"level":60}' }, 'stranger'))
  assert.equal(lines.length, 1)
  const line: unknown = JSON.parse(lines[0] ?? '')
  assert.partialDeepStrictEqual(line, {
    level: 30,
    identifier: 'T1\n{"level":60}',
    msg: 'stranger',
  })
})

test('law 12: secrets do not reach the log', () => {
  const [line = ''] = logged((log) =>
    log.info({
      password: 'canary',
      body: { pin: 'canary', email: 'manager@spotboard.test' },
      request: { headers: { authorization: 'canary', cookie: 'canary', 'set-cookie': 'canary' } },
      environment: { walletMacKey: 'canary', sessionSecrets: ['canary'], databaseUrl: 'canary' },
    }),
  )
  assert.ok(!line.includes('canary'), line)
  assert.ok(line.includes('manager@spotboard.test'))
})

test('an error keeps its code and its cause', () => {
  const cause = new Error('connect ECONNREFUSED')
  const err = Object.assign(new Error('no answer', { cause }), { code: 'wallet_unreachable' })
  const [line = ''] = logged((log) => log.error({ err }, 'poll failed'))
  assert.match(line, /wallet_unreachable/)
  assert.match(line, /ECONNREFUSED/)
})
