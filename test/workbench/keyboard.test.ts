import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { DeployedBundle } from '../e2e/server.ts'
import { freshProfile, openBrowser } from './browser.ts'
import { startWorkbench } from './workbench-server.ts'

let server: DeployedBundle
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startWorkbench(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await server?.harness.close()
})

beforeEach(async () => {
  const profile = await freshProfile(browser)
  page = await profile.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(`${server.origin}/workbench/`)
  await page.getByRole('button', { name: '打开示例城市' }).click()
  await page.getByRole('link', { name: 'F027' }).waitFor()
})

it('who closes the findings by their link goes on from the row', async () => {
  for (const width of [1366, 1024]) {
    await page.setViewportSize({ width, height: 768 })
    for (const name of ['F027', 'K00']) {
      await page.getByRole('link', { name, exact: true }).focus()
      await page.keyboard.press('Enter')
      await page.locator('aside.findings .close').focus()
      await page.keyboard.press('Enter')
      await expect.poll(() => page.url()).not.toContain('row=')
      await expect(page.evaluate(() => document.activeElement?.textContent)).resolves.toBe(name)
    }
  }
})
