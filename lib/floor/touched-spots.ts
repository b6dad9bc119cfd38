import 'server-only'

/** Spots whose tiles have to be drawn anew: all that are touched before their turn comes are drawn together. */
export class TouchedSpots {
  readonly #inTurn: (draw: () => Promise<void>) => Promise<void>
  readonly #draw: (spotIds: readonly number[]) => Promise<void>
  #touched = new Set<number>()
  #drawing: Promise<void> | undefined

  constructor(
    inTurn: (draw: () => Promise<void>) => Promise<void>,
    draw: (spotIds: readonly number[]) => Promise<void>,
  ) {
    this.#inTurn = inTurn
    this.#draw = draw
  }

  /** Resolves once they are drawn. */
  touch(spotIds: readonly number[]): Promise<void> {
    for (const spotId of spotIds) this.#touched.add(spotId)
    this.#drawing ??= this.#inTurn(() => {
      const touched = [...this.#touched]
      this.#touched.clear()
      this.#drawing = undefined
      return this.#draw(touched)
    })
    return this.#drawing
  }
}
