import { networkInterfaces } from 'node:os'
import { dashboardAddress, sandboxAddress } from './product.js'

/** What the person at the terminal needs to know, once everything answers. */
export function greeting(facts) {
  const rows = [['Dashboard', facts.publicOrigin ?? dashboardAddress(facts)]]
  if (facts.publicOrigin === undefined) {
    rows.push(...networkAddresses(facts).map((address) => ['In your network', address]))
  }
  if (facts.bringsSandbox) rows.push(["Guest's phone", sandboxAddress(facts)])
  if (facts.mode === 'practice') {
    rows.push(['Manager', 'manager@spotboard.test / demo-manager-1'])
    rows.push(['Staff', 'staff@spotboard.test / demo-staff-1'])
  }
  const title = facts.mode === 'practice' ? 'Practice: no real money.' : ''
  return [
    '',
    `Spotboard is running. ${title}`.trimEnd(),
    ...rows.map(([label, value]) => `  ${label.padEnd(16)} ${value}`),
    'Press Ctrl-C to stop.',
    '',
  ].join('\n')
}

/** Where other devices reach a dashboard that listens on every address of the machine. */
function networkAddresses({ host, port }) {
  if (host !== '0.0.0.0' && host !== '::') return []
  return Object.values(networkInterfaces())
    .flat()
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => `http://${address}:${port}`)
}
