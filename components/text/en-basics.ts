/** The few words of a page that has to show when nothing else does; they stand apart, so that it loads nothing else. */
export const basics = {
  brand: 'Spotboard',
  crashedTitle: 'This page stopped working',
  crashed: 'Orders and payments are safe: they are kept by Spotboard, not by this page.',
  tryAgain: 'Try again',
}
