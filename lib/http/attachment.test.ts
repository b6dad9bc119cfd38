import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { attachment } from './attachment.ts'

const FORM =
  /^attachment; filename="([A-Za-z0-9 ._-]+)"; filename\*=UTF-8''([A-Za-z0-9!#$&+.^_`|~%-]+)$/

/** The two names that programs may save the file under. */
function namesIn(header: string): [plain: string, whole: string] {
  const [, plain = '', encoded = ''] = FORM.exec(header) ?? assert.fail(header)
  return [plain, decodeURIComponent(encoded)]
}

test('a plain name is in both places as it is', () => {
  assert.equal(
    attachment('code-T 1', 'svg'),
    `attachment; filename="code-T 1.svg"; filename*=UTF-8''code-T%201.svg`,
  )
})

test('letters that a header does not take are whole in the one name and plain in the other', () => {
  assert.deepEqual(namesIn(attachment('code-Žąsis', 'png')), ['code-Zasis.png', 'code-Žąsis.png'])
  assert.deepEqual(namesIn(attachment('code-卓 1', 'png')), ['code-- 1.png', 'code-卓 1.png'])
})

for (const name of [
  '../../etc/passwd',
  'C:\\Windows\\x',
  'a"; filename="evil.exe',
  "a'; x*=",
  'a\r\nSet-Cookie: b=c',
  'exe.\u202egvs',
  '\u0000',
  '...',
  '=cmd|calc!A1',
  '\ud800',
  '<img src=x onerror=alert(1)>',
  'x'.repeat(300),
  '🍕'.repeat(100),
]) {
  test(`law 7: ${JSON.stringify(name.slice(0, 30))} stays a name inside the header`, () => {
    for (const saved of namesIn(attachment(`code-${name}`, 'svg'))) {
      assert.match(saved, /^code-.*\.svg$/)
      // oxlint-disable-next-line no-control-regex -- these must not be there
      assert.doesNotMatch(saved, /[\\/:*?"<>|\u0000-\u001f\u202e]/)
      assert.ok(Buffer.byteLength(saved) <= 255)
    }
  })
}

test('law 7: no name breaks the header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      for (const saved of namesIn(attachment(`code-${name}`, 'pdf'))) {
        assert.match(saved, /^code-[^\\/"<>:*?|]*\.pdf$/u)
      }
      assert.ok(
        new Headers({ 'content-disposition': attachment(name, 'pdf') }).has('content-disposition'),
      )
    }),
  )
})
