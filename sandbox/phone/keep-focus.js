/**
 * Draws, and where that took the focused element away (a paid order has no "Pay" any more), puts
 * the focus on what replaced it. Otherwise a keyboard would be thrown back to the top of the page.
 *
 * @param {() => void} draw
 */
export function keepFocus(draw) {
  const focused = document.activeElement
  const around = []
  for (let outer = focused?.parentElement; outer; outer = outer.parentElement) around.push(outer)
  draw()
  if (!focused || focused.isConnected) return
  const left = around.find((outer) => outer.isConnected)
  if (!left?.closest('.phone')) return
  const rest = left.matches('[tabindex="-1"]') ? left : left.querySelector('[tabindex="-1"]')
  if (rest instanceof HTMLElement) rest.focus()
}
