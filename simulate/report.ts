import type { Tally } from './oracle/tally.ts'
import type { Failure, Proof } from './prove.ts'

/** What a proof says, in lines for a terminal. */
export function reportOf({ played, spotboard, naive, failure }: Proof): string {
  const counts = [
    `${grouped(played)} schedules, ${grouped(spotboard.submitted)} orders sent`,
    `Spotboard: ${ratesOf(spotboard)}`,
    `naive: ${ratesOf(naive)}`,
  ]
  return [...counts, ...(failure ? ['', failureInWords(failure)] : [])].join('\n')
}

export function failureInWords({ seed, path, story, findings }: Failure): string {
  return [
    `This schedule fails; replay it with: npm run simulate -- --seed ${seed} --path ${path}`,
    '',
    story,
    '',
    ...findings.map(({ rule, about }) => `${rule}: ${about}`),
  ].join('\n')
}

function ratesOf({ submitted, lost, payableTwice, toldFailedButThere }: Tally): string {
  const rate = (count: number) => {
    const percent = submitted === 0 ? 0 : (100 * count) / submitted
    return count === 0 ? '0' : `${percent.toFixed(1)} %`
  }
  return `lost ${rate(lost)}, payable twice ${rate(payableTwice)}, told failed but there ${rate(toldFailedButThere)}`
}

function grouped(count: number): string {
  return count.toLocaleString('en')
}
