import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SCREENS } from '../../packages/workbench/src/address.ts'
import type { DeployedBundle } from '../e2e/server.ts'
import { faultsOf, freshProfile, openBrowser } from './browser.ts'
import { startWorkbench } from './workbench-server.ts'

const REGISTER = join(import.meta.dirname, '../office/files/A-律师行业党建工作台账-2026三季度.xlsx')

/** Until a screen has come. */
const SOON = { timeout: 20_000 }

let server: DeployedBundle
let browser: Browser
let page: Page
let faults: string[]

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startWorkbench(), openBrowser('oldest')])
  page = await (await freshProfile(browser)).newPage()
  faults = faultsOf(page)
  await page.goto(`${server.origin}/workbench/`)
})
afterAll(async () => {
  await browser?.close()
  await server?.harness.close()
})

it('is the oldest browser for which the page is made', () => {
  expect(browser.version().split('.')[0]).toBe('109')
})

it('judges the sample city in it, explains a finding and saves a notice', async () => {
  await page.getByRole('button', { name: '打开示例城市' }).click()
  await page.getByRole('link', { name: 'F027' }).click()
  await page.locator('article', { hasText: '“一肩挑”' }).first().waitFor()
  await page.getByRole('link', { name: '出文' }).last().click()
  const notice = page.locator('li', { hasText: '整改通知书' })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    notice.getByRole('button', { name: '生成并保存' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.(?:docx|zip)$/)
})

it.each([...SCREENS, 'results?view=requirements', 'results?view=groups'])('shows %s in it', async (screen) => {
  await page.evaluate((hash) => (location.hash = hash), `#/${screen}`)
  await page.locator('main h1').first().waitFor()
  await expect.poll(async () => (await page.locator('main').innerText()).length, SOON).toBeGreaterThan(20)
})

it('shows in it whom a changed number concerns, and opens the editor of JSON', async () => {
  await page.evaluate(() => (location.hash = '#/revise?on=minFullMembersForBranch'))
  await page.locator('[aria-label="新的取值"]').fill('5')
  await page.locator('[aria-label="自"]').fill('2018-12-01')
  await page.locator('.effect:not([aria-busy=true]) .figures').waitFor()
  await page.evaluate(() => (location.hash = '#/revise?kind=json&on=quality.json'))
  await page.getByRole('textbox', { name: 'quality.json' }).waitFor()
  expect(await page.getByRole('textbox', { name: 'quality.json' }).innerText()).toContain('"coverage"')
})

it('reads a workbook in it', async () => {
  await page.evaluate(() => (location.hash = '#/import'))
  await page.locator('input[type=file]').setInputFiles(REGISTER)
  await page.getByText(/列中\d+列可用/).waitFor()
  await page.getByRole('button', { name: '用这份台账核查' }).click()
  await page.getByText('请选择评价日期').waitFor()
  await page.locator('.head-line input[type=date]').fill('2026-09-30')
  await expect.poll(() => page.getByRole('link', { name: '江西明远律师事务所' }).count()).toBe(1)
})

it('finds nothing wrong with the page on the way', () => {
  // Nobody in particular may see drafts.
  expect(faults.filter((said) => !said.includes('401'))).toEqual([])
})
