/** A refusal in the wallet's own words: `code` is the `error` of the answer, `status` its HTTP number. */
export class WalletError extends Error {
  readonly code: string
  readonly status: number
  readonly properties: Readonly<Record<string, string[]>> | undefined

  constructor(status: number, code: string, description: string, field?: string) {
    super(description)
    this.name = 'WalletError'
    this.status = status
    this.code = code
    this.properties = field === undefined ? undefined : { [field]: [description] }
  }
}

export const invalidRequest = (description: string) =>
  new WalletError(400, 'invalid_request', description)

export const invalidParameters = (description: string, field?: string) =>
  new WalletError(400, 'invalid_parameters', description, field)

export const invalidGrant = (description: string) =>
  new WalletError(400, 'invalid_grant', description)

export const unauthorized = (description: string) =>
  new WalletError(401, 'unauthorized', description)

export const invalidTimestamp = (description: string) =>
  new WalletError(401, 'invalid_timestamp', description)

export const forbidden = (description: string) => new WalletError(403, 'forbidden', description)

export const noRights = (description: string) => new WalletError(403, 'no_rights', description)

export const notFound = (description: string) => new WalletError(404, 'not_found', description)

export const notAcceptable = (description: string) =>
  new WalletError(406, 'not_acceptable', description)

export const invalidState = (description: string) =>
  new WalletError(409, 'invalid_state', description)

export const tooManyRequests = () =>
  new WalletError(429, 'rate_limit_exceeded', 'Too many requests')
