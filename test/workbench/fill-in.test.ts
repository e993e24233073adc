import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeployedBundle } from '../e2e/server.ts'
import { faultsOf, freshProfile, openBrowser } from './browser.ts'
import { startWorkbench } from './workbench-server.ts'

/** So many firms that more is missing than is listed at first. */
const FIRMS = Array.from({ length: 6 }, (_, i) => ({ id: `F${i + 1}`, name: `第${i + 1}律师事务所` }))
const LEDGER = { on: '2018-12-31', counties: [{ id: 'K1', name: '甲县', firms: FIRMS }] }

let server: DeployedBundle
let browser: Browser
let page: Page
let faults: string[]

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startWorkbench(), openBrowser()])
  page = await (await freshProfile(browser)).newPage()
  faults = faultsOf(page)
  await page.goto(`${server.origin}/workbench/#/import`)
  const buffer = Buffer.from(JSON.stringify(LEDGER))
  await page.locator('input[type=file]').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer })
  await page.getByText('请选择评价日期').waitFor()
  await page.getByLabel('评价日期').fill('2019-01-01')
  await page.getByRole('link', { name: '第1律师事务所' }).waitFor()
  await page.goto(`${server.origin}/workbench/#/fill-in`)
  await page.locator('table.questions').waitFor()
})
afterAll(async () => {
  await browser?.close()
  await server?.harness.close()
})

const open = async () => page.locator('p[role=status]').first().innerText()
const answered = () => page.locator('p.notice')

describe('that there is none', () => {
  const ofCity = () => page.locator('tbody tr', { hasText: '全市年度' }).first()

  it('is said of years that were named, and confirmed, and nothing changes before', async () => {
    const before = await open()
    expect(await ofCity().getByRole('button').count()).toBe(0)
    await ofCity().getByRole('textbox').fill('去年')
    await ofCity().getByRole('textbox').blur()
    await ofCity().getByRole('alert').waitFor()
    await ofCity().getByRole('textbox').fill('2018')
    await ofCity().getByRole('textbox').blur()
    await ofCity().getByRole('combobox').selectOption({ label: '2018年：该年度各项工作均未开展，也没有经费' })
    await ofCity().getByRole('combobox').blur()
    await ofCity().getByText('将记为：2018年：该年度各项工作均未开展，也没有经费').waitFor()
    await expect(open()).resolves.toBe(before)
    expect(await answered().count()).toBe(0)
  })

  it('is told with what was filled in, once it is confirmed', async () => {
    await ofCity().getByRole('button', { name: '确定' }).click()
    await expect.poll(() => answered().innerText()).toContain('全市年度：2018年：该年度各项工作均未开展，也没有经费。')
    await page.getByRole('button', { name: '撤回上一项' }).click()
    await expect.poll(() => answered().count()).toBe(0)
  })
})

describe('what is missing in many places', () => {
  it('is listed to its end', async () => {
    await page.getByText(/^列出前60处，共\d+处。/).waitFor()
    const all = Number(/共(\d+)处/.exec(await page.getByText(/^列出前60处/).innerText())![1])
    for (let listed = 60; listed < all; listed += 60) {
      await expect.poll(() => page.locator('table.questions tbody tr').count()).toBe(listed)
      await page.getByRole('button', { name: /^再列\d+处$/ }).click()
    }
    await expect.poll(() => page.locator('table.questions tbody tr').count()).toBe(all)
    expect(await page.getByText(/^列出前/).count()).toBe(0)
  })

  it('is answered at once where the same is true, and taken back at once', async () => {
    const before = await open()
    await page
      .getByRole('row', { name: /是否为分所/ })
      .first()
      .getByRole('link', { name: '一起填' })
      .click()
    await page.getByRole('heading', { name: /^一起填写：.*是否为分所/ }).waitFor()
    expect(await page.locator('.alike li').count()).toBe(6)
    const fill = page.getByRole('button', { name: /^填入选中的/ })
    await page.getByRole('button', { name: '全选' }).click()
    await page.getByRole('checkbox', { name: '第3律师事务所' }).uncheck()
    await expect(fill.isDisabled()).resolves.toBe(true)
    await page.locator('.alike select').selectOption({ label: '否' })
    await page.getByRole('button', { name: '填入选中的5处' }).click()
    await expect.poll(() => answered().innerText()).toMatch(/是否为分所（5处）：否。/)
    await expect.poll(() => page.locator('.alike li').allInnerTexts()).toEqual([' 第3律师事务所'])
    await page.getByRole('button', { name: '撤回上一项' }).click()
    await expect.poll(() => page.locator('.alike li').count()).toBe(6)
    await page.getByRole('link', { name: '返回逐项填写' }).click()
    await expect.poll(open).toBe(before)
  })
})

it('nothing goes wrong meanwhile', () => {
  expect(faults).toEqual([])
})
