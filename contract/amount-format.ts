/** How a language writes a figure: what stands before its hundredths, and between its thousands. */
export interface FigureMarks {
  decimal: string
  group: string
}

/**
 * "12.90" for 1290: the amount without its currency, always with two places, so that figures line up. By hand, since the
 * browser needs 10 to 30 ms for its first number format, which the first drawing of the floor would wait for.
 */
export function formatAmount(amountMinor: number, { decimal, group }: FigureMarks): string {
  const digits = String(Math.abs(amountMinor)).padStart(3, '0')
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(?:\d{3})+$)/g, group)
  return `${amountMinor < 0 ? '-' : ''}${whole}${decimal}${digits.slice(-2)}`
}
