const KEY = 'guests-phone'

/**
 * What this page keeps between loads: the language for the device, the guests for the tab.
 * Storage can be switched off or full; the page then merely forgets.
 *
 * @param {'localStorage' | 'sessionStorage'} place
 * @returns {string | null}
 */
export function recall(place) {
  try {
    return window[place].getItem(KEY)
  } catch {
    return null
  }
}

/** @param {'localStorage' | 'sessionStorage'} place @param {string} value */
export function remember(place, value) {
  try {
    window[place].setItem(KEY, value)
  } catch {
    // Nothing is lost that the guest could not choose again.
  }
}
