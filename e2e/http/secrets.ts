import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Planted secrets, each of which would be seen at once wherever it does not belong. */
export const canaries = {
  macKey: 'CanaryMacKey7kQ2',
  sessionSecret: 'CanarySessionSecret0123456789abcdef',
  setUpToken: 'CanarySetUpToken',
  metricsToken: 'CanaryMetricsToken',
  password: 'CanaryPassword1!',
  wrongPassword: 'CanaryTypo',
  walletText: 'CanaryWalletText',
}

/** Which of the canaries, or of other words that nobody outside may see, a text holds. */
export function secretsIn(text: string, others: readonly string[] = []): string[] {
  return [...Object.values(canaries), ...others].filter((secret) => text.includes(secret))
}

/** Everything that the build hands to browsers. */
export function clientFiles(folder = '.next/static'): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
}
