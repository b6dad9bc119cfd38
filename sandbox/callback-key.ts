import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto'

/** The RSA key that callbacks are signed with; made when first needed, since that takes a while. */
export class CallbackKey {
  #privatePem: string | null

  constructor(privatePem: string | null) {
    this.#privatePem = privatePem
  }

  /** `null` until the key was needed. */
  stored(): string | null {
    return this.#privatePem
  }

  publicPem(): string {
    return createPublicKey(this.#private()).export({ type: 'spki', format: 'pem' }).toString()
  }

  /** RSA PKCS#1 v1.5 with SHA-256 over the text, as base64. */
  sign(text: string): string {
    return sign('RSA-SHA256', Buffer.from(text), this.#private()).toString('base64')
  }

  #private(): string {
    this.#privatePem ??= generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    }).privateKey
    return this.#privatePem
  }
}
