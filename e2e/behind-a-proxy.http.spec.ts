import { expect, test } from '@playwright/test'
import { address } from '#contract/address.ts'
import { Session } from '#contract/session.ts'
import { accounts } from './fixtures/sign-in.ts'
import { cookieOf, personWith } from './http/person.ts'
import { openHouse } from './http/processes.ts'
import { read, readProblem } from './http/read-answer.ts'

const origin = 'https://bar.example'

test('behind a proxy with https the public origin counts, and only the proxy names the client', async () => {
  const { dashboard, discard } = await openHouse({ PUBLIC_ORIGIN: origin, TRUST_PROXY: '1' })
  try {
    const nobody = personWith(dashboard.baseURL, '')
    const body = accounts.staff
    const direct = await nobody.ask('POST', address.session, { body })
    readProblem(direct, 403, 'forbidden')
    const answer = await nobody.ask('POST', address.session, { body, headers: { origin } })
    expect(read(answer, 200, Session).unprotected).toBe(false)
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
    const [line = ''] = answer.headers['set-cookie'] ?? []
    expect(line).toMatch(/^__Host-spotboard=Fe26\.2\*.+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const person = personWith(dashboard.baseURL, cookieOf(answer))
    read(await person.ask('GET', address.session), 200, Session)

    const guessFrom = (forwardedFor: string) =>
      nobody.ask('POST', address.session, {
        body: { email: 'guessed@bar.example', password: 'x' },
        headers: { origin, 'x-forwarded-for': forwardedFor, 'x-spotboard-client': '203.0.113.9' },
      })
    for (let tries = 0; tries < 5; tries += 1) {
      readProblem(await guessFrom(`198.51.100.${tries}, 203.0.113.1`), 401, 'unauthenticated')
    }
    readProblem(await guessFrom('198.51.100.9, 203.0.113.1'), 429, 'too_many_requests')
    readProblem(await guessFrom('203.0.113.1, 203.0.113.2'), 401, 'unauthenticated')
  } finally {
    await discard()
  }
})
