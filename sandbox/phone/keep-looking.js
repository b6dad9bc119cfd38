const SEEN_EVERY_MS = 1500
const HIDDEN_EVERY_MS = 10_000

/**
 * Looks again and again, seldom while nobody sees the page, at once when somebody sees it again.
 *
 * @param {() => Promise<unknown>} look
 */
export function keepLooking(look) {
  let timer = 0
  let isLooking = false

  async function round() {
    if (isLooking) return
    isLooking = true
    clearTimeout(timer)
    try {
      await look()
    } finally {
      isLooking = false
      timer = window.setTimeout(
        () => void round(),
        document.hidden ? HIDDEN_EVERY_MS : SEEN_EVERY_MS,
      )
    }
  }

  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) void round()
  })
  void round()
}
