import { findClient, type Caller } from './callers.ts'
import { randomText } from './chance.ts'
import { invalidGrant, invalidParameters } from './errors.ts'
import { View } from './fields.ts'
import { guestKey, newGuest } from './seed.ts'
import type { Guest, Token } from './state.ts'
import { all, find, nowMs, put, remove, type World } from './world.ts'

const tokenLifeS = 3600

/** Every guest's password for the `password` grant. */
const guestPassword = 'sandbox'

/** The guest of that name, who comes into being with a token of their own when first named. */
export function guestNamed(world: World, name: string): Guest {
  const known = find(world, 'guests', guestKey(name))
  if (known) return known
  world.state.lastIds.guest += 1
  const { guest, token } = newGuest(name, world.state.lastIds.guest, world.random)
  put(world, 'guests', guestKey(name), guest)
  put(world, 'tokens', token.accessToken, token)
  return guest
}

/** Whose signature an `id` announces, and the key that it must be made with. */
export function signerOf(
  world: World,
  id: string,
): { caller: Caller; macKey: string; isExpired: boolean } | undefined {
  const client = findClient(world, id)
  if (client) return { caller: { kind: 'client', client }, macKey: client.macKey, isExpired: false }
  const token = find(world, 'tokens', id)
  const guest = token && find(world, 'guests', guestKey(token.guest))
  if (!token || !guest) return undefined
  const isExpired = token.expiresAtMs !== null && token.expiresAtMs <= nowMs(world)
  return { caller: { kind: 'guest', guest }, macKey: token.macKey, isExpired }
}

export function tokensOf(world: World, guest: Guest): Token[] {
  return all(world, 'tokens').filter((token) => token.guest === guest.name)
}

/** `POST /oauth/v1/token`. The code of the `authorization_code` grant is `guest:` and the name. */
export function grantToken(world: World, form: URLSearchParams): View {
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return issueToken(world, guestOfKey(world, form.get('code')))
    case 'password':
      if (form.get('password') !== guestPassword) throw invalidGrant('Wrong password')
      return issueToken(world, guestOfKey(world, guestKey(form.get('username') ?? '')))
    case 'refresh_token':
      return refreshToken(world, form.get('refresh_token') ?? '')
    default:
      throw invalidParameters('Unsupported grant_type', 'grant_type')
  }
}

export function dropToken(world: World, accessToken: string | null): void {
  if (accessToken === null || !find(world, 'tokens', accessToken)) {
    throw invalidGrant('No such access token')
  }
  remove(world, 'tokens', accessToken)
}

function guestOfKey(world: World, key: string | null): Guest {
  const guest = key === null ? undefined : find(world, 'guests', key)
  if (!guest) throw invalidGrant('Unknown code or user')
  return guest
}

function refreshToken(world: World, text: string): View {
  const refresh = find(world, 'refreshTokens', text)
  if (!refresh) throw invalidGrant('No such refresh token')
  if (refresh.isSpent) throw invalidGrant('Refresh token status invalid')
  put(world, 'refreshTokens', text, { ...refresh, isSpent: true })
  return issueToken(world, guestOfKey(world, guestKey(refresh.guest)))
}

function issueToken(world: World, guest: Guest): View {
  const token: Token = {
    accessToken: randomText(world.random, 24),
    macKey: randomText(world.random, 32),
    guest: guest.name,
    expiresAtMs: nowMs(world) + tokenLifeS * 1000,
    refreshToken: randomText(world.random, 32),
  }
  put(world, 'tokens', token.accessToken, token)
  if (token.refreshToken !== null) {
    put(world, 'refreshTokens', token.refreshToken, { guest: guest.name, isSpent: false })
  }
  return new View({
    access_token: token.accessToken,
    token_type: 'mac',
    expires_in: tokenLifeS,
    mac_key: token.macKey,
    mac_algorithm: 'hmac-sha-256',
    refresh_token: token.refreshToken ?? undefined,
  })
}
