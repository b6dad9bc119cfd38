export interface Place {
  left: number
  top: number
}

/** The index of the tile that an arrow key leads to from the one at `from`; null where there is none. */
export function neighbour(places: readonly Place[], from: number, key: string): number | null {
  const here = places[from]
  if (!here) return null
  switch (key) {
    case 'ArrowRight':
      return from + 1 < places.length ? from + 1 : null
    case 'ArrowLeft':
      return from > 0 ? from - 1 : null
    case 'Home':
      return 0
    case 'End':
      return places.length - 1
    case 'ArrowDown':
      return inNextRow(places, here, (place) => place.top - here.top)
    case 'ArrowUp':
      return inNextRow(places, here, (place) => here.top - place.top)
    default:
      return null
  }
}

function inNextRow(
  places: readonly Place[],
  here: Place,
  distance: (place: Place) => number,
): number | null {
  const nearest = places
    .map((place, index) => ({
      index,
      rows: distance(place),
      aside: Math.abs(place.left - here.left),
    }))
    .filter(({ rows }) => rows > 0)
    .toSorted((a, b) => a.rows - b.rows || a.aside - b.aside)[0]
  return nearest?.index ?? null
}
