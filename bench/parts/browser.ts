import { chromium, type Browser } from '@playwright/test'
import { ensureBrowser } from '../../bin/parts/browser.js'

export async function launchBrowser(): Promise<Browser> {
  const executablePath = await ensureBrowser()
  if (executablePath === undefined) throw new Error('There is no Chromium to measure with.')
  return chromium.launch({ executablePath })
}
