/* oxlint-disable unicorn/consistent-function-scoping -- A function that runs in the page has only what stands inside it. */
import type { Page } from '@playwright/test'

const control = /^\s*- (button|link|textbox|searchbox|switch|checkbox|combobox)\b/

/** Controls that a screen reader could only call by their kind. */
export async function namelessControls(page: Page): Promise<string[]> {
  const outline = await page.locator('body').ariaSnapshot()
  return outline.split('\n').filter((line) => control.test(line) && !/ "[^"]+"/.test(line))
}

interface Looks {
  /** Of the page behind everything: 0 is black, 1 is white. */
  brightness: number
  /** Texts whose contrast with what lies behind them is below 4.5 (large ones: 3), as WCAG 2 counts. */
  faint: string[]
}

export async function looksOf(page: Page): Promise<Looks> {
  return page.evaluate(() => {
    const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })

    function channels(color: string): number[] {
      if (!pen) return []
      pen.clearRect(0, 0, 1, 1)
      pen.fillStyle = color
      pen.fillRect(0, 0, 1, 1)
      return [...pen.getImageData(0, 0, 1, 1).data]
    }

    function luminance(color: readonly number[]): number {
      const [red = 0, green = 0, blue = 0] = color.map((value) => {
        const share = value / 255
        return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    function ground(element: Element): number[] {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const color = channels(getComputedStyle(at).backgroundColor)
        if (color[3] === 255) return color
      }
      return [255, 255, 255, 255]
    }

    function contrast(element: Element): number {
      const both = [channels(getComputedStyle(element).color), ground(element)].map(luminance)
      return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05)
    }

    function hasText(element: Element): boolean {
      return [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')
    }

    const faint = [...document.querySelectorAll('body *')]
      .filter((element) => hasText(element) && element.checkVisibility())
      .filter((element) => !element.closest(':disabled, script, .sr-only'))
      .flatMap((element) => {
        const { fontSize, fontWeight } = getComputedStyle(element)
        const size = Number.parseFloat(fontSize)
        const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700)
        const found = contrast(element)
        if (found >= (isLarge ? 3 : 4.5)) return []
        return [`${element.textContent.trim()}: ${found.toFixed(2)}`]
      })
    return { brightness: luminance(ground(document.querySelector('main') ?? document.body)), faint }
  })
}

/** What sticks out sideways, and what is too small for a thumb (44 px), of all that is on screen. */
export async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth

    /** Rows that are meant to be pushed sideways keep the push to themselves; what scrolls up and down does not. */
    function scrollsSideways(element: Element): boolean {
      for (let at: Element | null = element; at; at = at.parentElement) {
        if (getComputedStyle(at).overscrollBehaviorX === 'contain') return true
      }
      return false
    }

    function nameOf(element: Element): string {
      return element.ariaLabel ?? element.textContent.trim()
    }

    const seen = [...document.querySelectorAll('body *')].filter((element) => {
      const { width, height } = element.getBoundingClientRect()
      return element.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1
    })
    const wide = seen
      .filter((element) => !scrollsSideways(element))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect()
        return left < -0.5 || right > width + 0.5
      })
      .map((element) => `${element.tagName} sticks out: ${nameOf(element)}`)
    const small = seen
      .filter((element) => element.matches('a, button, [role=button], summary'))
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect()
        return width < 44 || height < 44
      })
      .map((element) => `${element.tagName} is small: ${nameOf(element)}`)
    return [...wide, ...small]
  })
}
