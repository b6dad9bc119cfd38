/** What of the bell is on, for this device: a tablet on the counter rings, a phone in an apron may only tremble. */
export interface BellChoice {
  sound: boolean
  vibration: boolean
}

const KEY = 'spotboard.bell'

export function readChoice(kept: string | null): BellChoice {
  const off = kept?.split(' ') ?? []
  return { sound: !off.includes('no-sound'), vibration: !off.includes('no-vibration') }
}

export function choiceWords({ sound, vibration }: BellChoice): string {
  return [!sound && 'no-sound', !vibration && 'no-vibration'].filter(Boolean).join(' ')
}

/** A browser that keeps nothing has everything on. */
export function keptChoice(): BellChoice {
  try {
    return readChoice(localStorage.getItem(KEY))
  } catch {
    return readChoice(null)
  }
}

export function keepChoice(choice: BellChoice): void {
  try {
    localStorage.setItem(KEY, choiceWords(choice))
  } catch {
    // It holds until the page goes.
  }
}
