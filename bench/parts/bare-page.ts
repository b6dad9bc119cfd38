import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, parse } from 'node:path'
import { pathToFileURL } from 'node:url'
import { freePort, plainEnvironment, start, type Service } from './service.ts'

const root = join(import.meta.dirname, '..', '..')

/**
 * Builds the peer: a page of one heading, with the same Next.js, React and configuration as Spotboard. It lies outside
 * the project, since Turbopack also looks in the folders above for a proxy and for instrumentation.
 */
export function buildBarePage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'spotboard-bare-page-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(import.meta.dirname, '..', 'bare-page'), folder, { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'next.config.js'), configuration())
  const env = plainEnvironment()
  execFileSync('npm', ['run', 'build'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  return folder
}

export async function startBarePage(folder: string): Promise<Service & { address: string }> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const service = await start({
    cwd: folder,
    env: { PORT: String(port), HOSTNAME: '127.0.0.1' },
    readyAddress: address,
    readyLine: /Ready in/,
  })
  return { ...service, address }
}

/** Turbopack reads nothing above its root, and both the page and the packages have to lie under it. */
function configuration(): string {
  const ours = pathToFileURL(join(root, 'next.config.js'))
  const top = JSON.stringify(parse(root).root)
  return [
    `import config from '${ours.href}'`,
    `export default { ...config, turbopack: { root: ${top} }, outputFileTracingRoot: ${top} }`,
    '',
  ].join('\n')
}
