import { playEvening, type Evening } from './play-evening.ts'

/** Plays evenings of so many seeds from the first one on; answers whether the books of all were right. */
export async function tellEvenings(
  firstSeed: number,
  count: number,
  tell: (text: string) => void,
): Promise<boolean> {
  let areRight = true
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    const evening = await playEvening(seed)
    tell(`Evening ${seed}: ${eveningInWords(evening)}`)
    const flaws = flawsOf(evening)
    for (const flaw of flaws) tell(`  ${flaw}`)
    areRight &&= flaws.length === 0
  }
  return areRight
}

export function flawsOf({ findings, differences }: Evening): string[] {
  return [
    ...findings.map(({ rule, about }) => `${rule}: ${about}`),
    ...differences.map(
      ({ what, reported, tallied }) =>
        `${what}: the day says ${JSON.stringify(reported)}, and it was ${JSON.stringify(tallied)}`,
    ),
  ]
}

export function eveningInWords({ evidence, day }: Evening): string {
  const { figures } = day.report
  const told = (
    [
      'confirmed',
      'cash',
      'card',
      'declined',
      'expired',
      'refused',
      'moneyBack',
      'reductions',
    ] as const
  ).map(
    (name) => `${name} ${(figures[name].amountMinor / 100).toFixed(2)} (${figures[name].count})`,
  )
  return `${evidence.book.orders.length} orders, ${told.join(', ')}`
}
