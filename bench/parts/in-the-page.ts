/** What runs inside the page that is measured; a function goes there alone, so it can use nothing from around it. */

/** From the tap on a tile until the page of its table is drawn, with what had to be asked for it. */
export async function clickTime(href: string): Promise<number> {
  const startedAt = performance.now()
  document.querySelector<HTMLElement>(`ul a[href="${href}"]`)?.click()
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- It goes into the page with the rest.
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  while (!document.querySelector('h1')) await frame()
  await frame()
  return performance.now() - startedAt
}

/** The moment at which something in the page fits the selector. */
export function shownAt(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(selector)) return
      observer.disconnect()
      resolve(Date.now())
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true })
  })
}

/** Keeps the page from doing anything else, as when it is frozen. */
export function hang(durationMs: number): void {
  const until = performance.now() + durationMs
  while (performance.now() < until);
}
