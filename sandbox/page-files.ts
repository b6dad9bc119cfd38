import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'

const folder = new URL('./phone/', import.meta.url)
const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/** The file of the phone page that a path asks for, by a plain name without folders. */
export function pageFile(method: string, path: string): string | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined
  if (path === '/') return 'index.html'
  return /^\/([a-z0-9-]+\.(?:html|css|js|svg))$/.exec(path)?.[1]
}

export async function servePage(response: ServerResponse, file: string): Promise<void> {
  const content = await readFile(new URL(file, folder)).catch(() => undefined)
  const headers = {
    'Content-Security-Policy': "default-src 'self'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  }
  if (!content) {
    response.writeHead(404, { ...headers, 'Content-Type': 'text/plain' }).end('Not found\n')
    return
  }
  const type = types[file.split('.')[1] ?? ''] ?? 'application/octet-stream'
  response.writeHead(200, { ...headers, 'Content-Type': type }).end(content)
}
