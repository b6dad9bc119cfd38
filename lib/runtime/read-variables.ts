import 'server-only'

export type Variables = Readonly<Record<string, string | undefined>>

/** A reason not to start that a person can act on: the launcher prints the sentence and nothing else. */
export class EnvironmentError extends Error {
  readonly code = 'environment'
}

export function expects(name: string, expectation: string): EnvironmentError {
  return new EnvironmentError(`${name} must be ${expectation}.`)
}

/** An empty variable counts as absent, since compose files pass `NAME=` for what is not set. */
export function readText(variables: Variables, name: string): string | undefined {
  const text = variables[name]?.trim()
  return text === '' ? undefined : text
}

export function readWord(
  variables: Variables,
  name: string,
  expectation: string,
): string | undefined {
  const word = readText(variables, name)
  if (word !== undefined && !/^[\x21-\x7e]+$/.test(word)) throw expects(name, expectation)
  return word
}

export function readInteger(
  variables: Variables,
  name: string,
  { min, max }: { min: number; max: number },
): number | undefined {
  const text = readText(variables, name)
  if (text === undefined) return undefined
  return parseInteger(text, { min, max }, expects(name, `a whole number from ${min} to ${max}`))
}

export function readIntegers(
  variables: Variables,
  name: string,
  { min, max }: { min: number; max: number },
): number[] {
  const refused = expects(name, `whole numbers from ${min} to ${max} with commas between them`)
  return readList(variables, name).map((text) => parseInteger(text, { min, max }, refused))
}

export function readList(variables: Variables, name: string): string[] {
  const text = readText(variables, name)
  return text === undefined ? [] : text.split(',').map((part) => part.trim())
}

export function readChoice<Choice extends string>(
  variables: Variables,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const text = readText(variables, name)
  if (text === undefined) return undefined
  const chosen = choices.find((choice) => choice === text)
  if (chosen === undefined) throw expects(name, `one of ${choices.join(', ')}`)
  return chosen
}

export function readHttpUrl(
  variables: Variables,
  name: string,
  expectation: string,
): URL | undefined {
  const text = readText(variables, name)
  if (text === undefined) return undefined
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.hash !== '') {
    throw expects(name, expectation)
  }
  return url
}

export function readOrigin(
  variables: Variables,
  name: string,
  expectation: string,
): URL | undefined {
  const url = readHttpUrl(variables, name, expectation)
  if (url !== undefined && (url.pathname !== '/' || url.search !== ''))
    throw expects(name, expectation)
  return url
}

function parseInteger(
  text: string,
  { min, max }: { min: number; max: number },
  refused: EnvironmentError,
): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= min && value <= max)) throw refused
  return value
}
