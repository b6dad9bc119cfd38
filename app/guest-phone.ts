import 'server-only'
import { headers } from 'next/headers'
import { environment } from '#lib/runtime/environment.ts'

const onThisMachine = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/

/**
 * The address of the sandbox's guest phone: in practice only, and only for a browser on this machine, since the
 * sandbox listens nowhere else.
 */
export async function guestPhone(): Promise<string | null> {
  const { mode, walletApiUrl } = environment()
  const host = (await headers()).get('host') ?? ''
  return mode === 'practice' && onThisMachine.test(host) ? walletApiUrl : null
}
