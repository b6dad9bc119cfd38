import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageHeaders } from './page-headers.ts'

function headersOf(origin: string | null, nonce = 'n'): Headers {
  return pageHeaders({ nonce, origin, mayUseCamera: false })
}

function permissions(mayUseCamera: boolean): string[] {
  const headers = pageHeaders({ nonce: 'n', origin: null, mayUseCamera })
  return headers.get('permissions-policy')?.split(', ') ?? []
}

function policy(headers: Headers): Map<string, string> {
  const directives = (headers.get('content-security-policy') ?? '').split('; ')
  return new Map(directives.map((text) => [text.split(' ', 1)[0] ?? '', text]))
}

test('a page runs only its own scripts, shows itself in no frame and sends nothing elsewhere', () => {
  const headers = headersOf('http://floor.lan', 'abc=')
  const directives = policy(headers)
  assert.equal(directives.get('script-src'), "script-src 'self' 'nonce-abc=' 'strict-dynamic'")
  assert.equal(directives.get('default-src'), "default-src 'none'")
  assert.equal(directives.get('frame-ancestors'), "frame-ancestors 'none'")
  assert.equal(directives.get('connect-src'), "connect-src 'self'")
  assert.doesNotMatch([...directives.values()].join(), /unsafe|https?:|\*/)
  assert.equal(headers.get('x-content-type-options'), 'nosniff')
})

test('a browser is told to insist on https only by a house that has it', () => {
  assert.equal(headersOf('http://floor.lan').get('strict-transport-security'), null)
  assert.equal(headersOf(null).get('strict-transport-security'), null)
  assert.match(
    headersOf('https://floor.lan').get('strict-transport-security') ?? '',
    /^max-age=\d{8}/,
  )
})

test('only a page that is to scan codes may use the camera, and nothing inside it that is not ours', () => {
  assert.ok(permissions(true).includes('camera=(self)'))
  assert.ok(permissions(false).includes('camera=()'))
  for (const other of ['microphone=()', 'geolocation=()', 'payment=()', 'usb=()']) {
    assert.ok(permissions(true).includes(other), other)
  }
})
