import { createServer, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { address } from '#contract/address.ts'
import { makeTile } from '../../../bin/front/testing/floor-door.ts'
import { takeCommands } from './commands.ts'

// The least that Node.js can do: no sessions, no headers of safety, no versions, no slow readers.
const spots = Number(process.argv[2])
const tiles = Array.from({ length: spots }, (_, index) => makeTile(index + 1, 350))
const floor = { boot: '0123456789ab', version: 1, title: '', asOf: 1, trouble: null, tiles }
const json = Buffer.from(JSON.stringify(floor))
const zipped = gzipSync(json)
const snapshot = Buffer.from(
  `retry: 1000\n\nevent: snapshot\nid: ${floor.boot}-1\ndata: ${json.toString()}\n\n`,
)
const etag = `W/"${floor.boot}-1"`
const readers = new Set<ServerResponse>()
let version = 1

const server = createServer((request, response) => {
  if (request.url === address.floorStream) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(snapshot)
    readers.add(response)
    response.once('close', () => readers.delete(response))
  } else if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end()
  } else {
    const length = zipped.length
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      'content-length': length,
      etag,
    })
    response.end(zipped)
  }
})

server.listen(0, '127.0.0.1', () => {
  takeCommands({
    server,
    publish: (title) => {
      const set = [makeTile(1 + (version % spots), 100 + (version % 800))]
      const patch = {
        from: version,
        to: version + 1,
        title,
        asOf: 1,
        trouble: null,
        set,
        removed: [],
      }
      version += 1
      const text = Buffer.from(
        `event: patch\nid: ${floor.boot}-${version}\ndata: ${JSON.stringify(patch)}\n\n`,
      )
      for (const reader of readers) reader.write(text)
    },
    cookies: (count) => Promise.resolve(Array.from({ length: count }, () => 'spotboard=none')),
  })
})
