import { createServer, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { isSignedWith, transactionOfEvent } from '#lib/wallet/callback.ts'
import { createWalletClient } from '#lib/wallet/client.ts'

// The least that has to be done about a callback: its signature, one signed reading, one event to a screen. No book, no
// budget, no verdict, no trail, no floor.
const [apiUrl = '', clientId = '', macKey = ''] = process.argv.slice(2)
const wallet = createWalletClient({ apiUrl, clientId, macKey, timeoutMs: 15_000 })
const publicKey = await wallet.getPublicKey()
const screens = new Set<ServerResponse>()

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(': hello\n\n')
    screens.add(response)
    response.once('close', () => screens.delete(response))
  } else {
    void text(request).then((body) => take(body, response))
  }
})

async function take(body: string, response: ServerResponse): Promise<void> {
  const form = new URLSearchParams(body)
  const [event, sign] = [form.get('event') ?? '', form.get('sign') ?? '']
  if (!isSignedWith(publicKey, { event, sign })) {
    response.writeHead(403).end()
    return
  }
  response.end('OK')
  const { payments } = await wallet.getTransaction(transactionOfEvent(event) ?? '')
  const news = JSON.stringify({ heldMinor: payments[0]?.priceMinor })
  for (const screen of screens) screen.write(`event: patch\ndata: ${news}\n\n`)
}

process.once('disconnect', () => process.exit(0))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 })
})
