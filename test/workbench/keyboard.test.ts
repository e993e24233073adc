import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DeployedBundle } from '../e2e/server.ts'
import { freshProfile, openBrowser } from './browser.ts'
import { startWorkbench } from './workbench-server.ts'

/** A firm of which nearly all is still asked. */
const LEDGER = { on: '2018-12-31', counties: [{ id: 'K00', firms: [{ id: 'F901', lawyers: 5 }] }] }

let server: DeployedBundle
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startWorkbench(), openBrowser()])
  const profile = await freshProfile(browser)
  page = await profile.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${server.origin}/workbench/`)
  await page.getByRole('button', { name: '打开示例城市' }).click()
  await page.getByRole('link', { name: 'F027' }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await server?.harness.close()
})

const focused = () => page.evaluate(() => document.activeElement?.tagName)

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

/** The first question that is answered by yes or no. */
async function yesOrNo({ yes, no }: { yes: string; no: string }): Promise<Locator> {
  const field = page.locator('tbody select', { hasText: yes }).filter({ hasText: no }).first()
  await field.waitFor()
  const name = await field.getAttribute('aria-label')
  return page.locator(`tbody tr:has(select[aria-label="${name}"])`).first().locator('select')
}

describe.each([
  { language: '中文', yes: '是', no: '否', saved: '按回车或离开此格后记为：否', done: '已填写' },
  { language: 'English', yes: 'yes', no: 'no', saved: 'Enter, or leaving the field, saves no', done: 'Answered' },
])('who fills in by the keyboard alone, in $language', ({ language, ...said }) => {
  const answered = () => page.locator('p.notice', { hasText: said.done })

  beforeEach(async () => {
    await page.goto(`${server.origin}/workbench/#/import`)
    const buffer = Buffer.from(JSON.stringify(LEDGER))
    await page.locator('input[type=file]').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer })
    await page.getByText('请选择评价日期').waitFor()
    await page.getByLabel('评价日期').fill('2019-01-01')
    await page.getByRole('link', { name: 'F901' }).waitFor()
    if (language === 'English') await page.getByRole('button', { name: 'English' }).click()
    await page.goto(`${server.origin}/workbench/#/fill-in`)
    const field = await yesOrNo(said)
    await field.focus()
  })

  afterEach(async () => {
    if (language === 'English') await page.getByRole('button', { name: '中文' }).click()
  })

  it('passes yes on the way to no, and answers no by Enter', async () => {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.getByText(said.saved).waitFor()
    await expect(answered().count()).resolves.toBe(0)
    await page.keyboard.press('Enter')
    await answered().waitFor()
    await expect.poll(focused).toMatch(/SELECT|INPUT/)
  })

  it('answers by going on to the next field', async () => {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await answered().waitFor()
    await expect.poll(focused).not.toBe('BODY')
  })

  it('answers nothing by the blank', async () => {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    // A question that is answered after it is the first.
    const field = await yesOrNo(said)
    await field.focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await answered().waitFor()
    await page.locator('p.notice button').click()
    await expect.poll(() => answered().count()).toBe(0)
  })
})
