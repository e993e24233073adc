import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DeployedBundle } from '../e2e/server.ts'
import { freshProfile, openBrowser } from './browser.ts'
import { startWorkbench } from './workbench-server.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let server: DeployedBundle
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startWorkbench(), openBrowser()])
  page = await (await freshProfile(browser)).newPage()
  await page.goto(`${server.origin}/workbench/`)
  await page.getByRole('button', { name: '打开示例城市' }).click()
  await page.getByRole('link', { name: 'F027' }).click()
  await page.locator('article').first().waitFor()
})
afterAll(async () => {
  await browser?.close()
  await server?.harness.close()
})

const SCREENS = [
  'start',
  'import',
  'results',
  'results?view=requirements',
  'results?view=groups',
  'papers',
  'fill-in',
  'policy',
  'due',
  'settings',
]

it.each(SCREENS.flatMap((screen) => [screen, `${screen} in English`]))('no barrier on %s', async (screen) => {
  const [address, inEnglish] = screen.split(' in ')
  const row = address === 'results' ? `?row=${encodeURIComponent('/counties/1/firms/4')}` : ''
  await page.evaluate((hash) => (location.hash = hash), `#/${address}${row}`)
  const other = page.getByRole('button', { name: inEnglish ? 'English' : '中文' })
  if (await other.isVisible()) await other.click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.locator('main table, main.start, main.import, main.papers, main.settings').first().waitFor()
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join('\n')}`)).toEqual(
    [],
  )
})
