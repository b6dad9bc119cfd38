import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { checkLogo } from './check-logo.ts'
import { PNG_SIGNATURE, pngChunk } from './png-chunk.ts'

interface Drawn {
  width?: number
  height?: number
  /** Bit depth, colour type, packing, filtering, interlacing. */
  kind?: number[]
  pixels?: Buffer
  more?: Buffer[]
}

/** A PNG of grey pixels, spoilt where a test wants it. */
function png({ width = 4, height = 3, kind = [8, 0, 0, 0, 0], pixels, more = [] }: Drawn = {}) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set(kind, 8)
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk('IHDR', header),
    ...more,
    pngChunk('IDAT', deflateSync(pixels ?? Buffer.alloc((width + 1) * height))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** Three pixels by two, with the remark "Here I live". */
const jpeg = Buffer.from(
  '/9j/4QDURXhpZgAASUkqAAgAAAAHABIBAwABAAAAAQAAABoBBQABAAAAYgAAABsBBQABAAAAagAAACgBAwABAAAAAgAAABMCAwABAAAAAQAAAJiCAgAMAAAAcgAAAGmHBAABAAAAfgAAAAAAAAA4YwAA6AMAADhjAADoAwAASGVyZSBJIGxpdmUABgAAkAcABAAAADAyMTABkQcABAAAAAECAwAAoAcABAAAADAxMDABoAMAAQAAAP//AAACoAQAAQAAAAMAAAADoAQAAQAAAAIAAAAAAAAA/9sAQwAUDg8SDw0UEhASFxUUGB4yIR4cHB49LC4kMklATEtHQEZFUFpzYlBVbVZFRmSIZW13e4GCgU5gjZeMfZZzfoF8/9sAQwEVFxceGh47ISE7fFNGU3x8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8/8AAEQgAAgADAwEiAAIRAQMRAf/EABUAAQEAAAAAAAAAAAAAAAAAAAAF/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABUBAQEAAAAAAAAAAAAAAAAAAAQG/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AnACKB//Z',
  'base64',
)

const check = (bytes: Buffer) => checkLogo(bytes.toString('base64'))
const refused = { code: 'invalid' }

test('a PNG is kept as it is', () => {
  assert.deepEqual(check(png()), { type: 'image/png', content: png().toString('base64') })
})

test('law 12: what a picture tells beside its pixels is not kept', () => {
  const note = pngChunk('tEXt', Buffer.from('Author\0Here I live'))
  assert.deepEqual(check(png({ more: [note] })), check(png()))
  assert.deepEqual(check(Buffer.concat([png(), Buffer.from('<script>')])), check(png()))

  const kept = check(jpeg)
  assert.equal(kept.type, 'image/jpeg')
  assert.ok(jpeg.includes('Here I live'))
  assert.ok(!Buffer.from(kept.content, 'base64').includes('Here I live'))
  assert.deepEqual(check(Buffer.from(kept.content, 'base64')), kept)
})

for (const [what, bytes] of Object.entries({
  'an SVG': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  'a GIF': Buffer.from('GIF89a'),
  'nothing but a signature': PNG_SIGNATURE,
  'a PNG of 1001 pixels': png({ width: 1001, height: 1 }),
  'a PNG without pixels': png({ width: 0 }),
  'a PNG that unpacks to more than it says': png({ pixels: Buffer.alloc(50_000_000) }),
  'a PNG that unpacks to less than it says': png({ pixels: Buffer.alloc(3) }),
  'an interlaced PNG': png({ kind: [8, 0, 0, 0, 1] }),
  'a PNG with a palette that is not there': png({ kind: [8, 3, 0, 0, 0] }),
  'a PNG of an unknown kind': png({ kind: [8, 7, 0, 0, 0] }),
  'a PNG that is cut off': png().subarray(0, 50),
  'a JPEG that is cut off': jpeg.subarray(0, 300),
  'a JPEG without a picture': Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
  'a JPEG of 16 bits': Buffer.from(jpeg.toString('hex').replace('ffc0001108', 'ffc0001110'), 'hex'),
  'a JPEG in colours of print': Buffer.from(
    jpeg.toString('hex').replace('ffc00011080002000303', 'ffc00011080002000304'),
    'hex',
  ),
  'a JPEG of 65,280 lines': Buffer.from(
    jpeg.toString('hex').replace('ffc00011080002', 'ffc0001108ff00'),
    'hex',
  ),
})) {
  test(`law 7: ${what} is no logo`, () => assert.throws(() => check(bytes), refused))
}

/** The same bytes, one of them changed. */
const spoilt = (bytes: Buffer) =>
  fc
    .tuple(fc.nat(bytes.length - 1), fc.nat(255))
    .map(([at, value]) => Buffer.from(bytes).fill(value, at, at + 1))

test('law 7: no bytes make the check fail otherwise', () => {
  const any = fc.oneof(
    spoilt(png()),
    spoilt(jpeg),
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  )
  fc.assert(
    fc.property(any, (bytes) => {
      try {
        assert.match(check(bytes).type, /^image\//)
      } catch (error) {
        assert.equal(Object(error).code, 'invalid')
      }
    }),
    { numRuns: 500 },
  )
})
