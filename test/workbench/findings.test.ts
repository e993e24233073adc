import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import { compile } from '@tiaoli/engine'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeployedBundle } from '../e2e/server.ts'
import { readSample } from '../load-packs.ts'
import { freshProfile, openBrowser } from './browser.ts'
import { startWorkbench } from './workbench-server.ts'

/** A firm of which the counts contradict each other, with a name that an address has to spell otherwise. */
const FIRM = '甲&乙律师事务所'
const WORKBOOK = [
  '律师事务所名称,县（市、区）名称,执业律师人数,从业人员总数',
  `${FIRM},章贡区,5,3`,
  '丙律师事务所,南康区,7,9',
].join('\n')
const CONTRADICTION = '“从业人员人数”应不少于“执业律师人数”'

let server: DeployedBundle
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startWorkbench(), openBrowser()])
  page = await (await freshProfile(browser)).newPage()
  page.setDefaultTimeout(30_000)
})
afterAll(async () => {
  await browser?.close()
  await server?.harness.close()
})

async function openSample(): Promise<void> {
  await page.goto(`${server.origin}/workbench/#/start`)
  await page.getByRole('button', { name: '打开示例城市' }).click()
  await page.getByRole('link', { name: 'F027' }).waitFor()
}

async function openWorkbook(): Promise<void> {
  await page.goto(`${server.origin}/workbench/#/import`)
  const buffer = Buffer.from(WORKBOOK)
  await page.locator('input[type=file]').setInputFiles({ name: '甲.csv', mimeType: 'text/csv', buffer })
  await page.getByLabel('台账日期').fill('2026-09-30')
  await page.locator('main').getByText(CONTRADICTION).waitFor()
  await page.getByRole('button', { name: '用这份台账核查' }).click()
  await page.getByText('请选择评价日期').waitFor()
  await page.getByLabel('评价日期').fill('2026-09-30')
  await page.getByRole('link', { name: '丙律师事务所' }).waitFor()
}

describe('entries that contradict each other', () => {
  beforeAll(openWorkbook)

  it('are told above the picture, with the cells to look at, and lead to the record', async () => {
    const told = page.locator('main .contradictions')
    await told.getByText('填报矛盾1处').waitFor()
    const [line] = await told.locator('li').allInnerTexts()
    expect(line).toContain(FIRM)
    expect(line).toContain(CONTRADICTION)
    for (const cell of ['C2', 'D2']) expect(line).toContain(cell)
    await told.getByRole('link', { name: FIRM }).click()
    await page.locator('aside h2', { hasText: FIRM }).waitFor()
  })

  it('are told of the record that has them, and of no other', async () => {
    const told = page.locator('aside .contradictions')
    await expect(told.innerText()).resolves.toContain(CONTRADICTION)
    await page.getByRole('link', { name: '丙律师事务所' }).click()
    await page.locator('aside h2', { hasText: '丙律师事务所' }).waitFor()
    expect(await told.count()).toBe(0)
  })

  it('are told in English too', async () => {
    await page.getByRole('button', { name: 'English' }).click()
    await expect
      .poll(() => page.locator('main .contradictions summary').innerText())
      .toBe('Entries that contradict each other: 1')
    await page.getByRole('button', { name: '中文' }).click()
  })
})

describe('an address', () => {
  beforeAll(openWorkbook)

  it('leads to a firm of whatever name, after a reload too', async () => {
    await page.locator('tbody').getByRole('link', { name: FIRM }).click()
    await page.locator('aside h2', { hasText: FIRM }).waitFor()
    expect(page.url()).toContain(new URLSearchParams({ row: FIRM }).toString())
    await page.reload()
    await page.locator('aside h2', { hasText: FIRM }).waitFor()
    await page.getByRole('link', { name: '出文' }).last().click()
    await expect.poll(() => page.getByLabel('范围').inputValue()).toBe(FIRM)
  })

  it('calls a theme by its name, whatever others there are', async () => {
    const { theme } = compile(ganzhou).plan.requirements.find(({ id }) => id === 'charter-party-building')!
    const seen = new URLSearchParams({ row: FIRM, theme: theme.zh })
    await page.goto(`${server.origin}/workbench/#/results?${seen.toString()}`)
    await page.locator('aside p.narrowed').getByText(`主题：${theme.zh}`).waitFor()
    await page.locator('tbody tr.chosen td a').first().dispatchEvent('click')
    await expect.poll(() => new URLSearchParams(page.url().split('?')[1]).get('theme')).toMatch(/\p{Script=Han}/u)
  })
})

describe('who looks for something', () => {
  it('has it still after a look at another screen, and looks at all of another ledger', async () => {
    await openSample()
    const search = page.getByRole('searchbox')
    const onlyOpen = page.getByLabel('只看有问题的主题')
    await search.fill('F027')
    await onlyOpen.check()
    await expect.poll(() => page.locator('tbody tr:not(.group)').count()).toBe(1)
    await page.getByRole('navigation').getByRole('link', { name: '到期' }).click()
    await page.getByRole('navigation').getByRole('link', { name: '核查结果' }).click()
    await expect(search.inputValue()).resolves.toBe('F027')
    await openWorkbook()
    await expect(search.inputValue()).resolves.toBe('')
    await expect(onlyOpen.isChecked()).resolves.toBe(false)
  })

  it('leaves nothing of it behind for whoever comes after', async () => {
    await page.getByRole('navigation').getByRole('link', { name: '政策与规则' }).click()
    await page.getByLabel('查找条文、要求').fill('一肩挑')
    await page.getByRole('navigation').getByRole('link', { name: '修改规则' }).click()
    await page.getByLabel('查找数值').fill('单独建立')
    await page.getByRole('navigation').getByRole('link', { name: '设置' }).click()
    page.once('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: '清除本机数据' }).click()
    await page.getByText('已清除').waitFor()
    await page.getByRole('navigation').getByRole('link', { name: '政策与规则' }).click()
    await expect(page.getByLabel('查找条文、要求').inputValue()).resolves.toBe('')
    await page.getByRole('navigation').getByRole('link', { name: '修改规则' }).click()
    await expect(page.getByLabel('查找数值').inputValue()).resolves.toBe('')
  })
})

it('the days between which something falls due are taken once they are whole', async () => {
  await openSample()
  await page.getByRole('navigation').getByRole('link', { name: '到期' }).click()
  await page.locator('tbody tr', { hasText: '2019年3月31日' }).waitFor()
  const reversed: boolean[] = []
  await page.getByLabel('至').focus()
  for (const digit of '12312019') {
    await page.keyboard.type(digit)
    reversed.push(await page.getByRole('alert').isVisible())
  }
  expect(reversed).not.toContain(true)
  await expect(page.getByLabel('至').inputValue()).resolves.toBe('2019-12-31')
})

it('an amount of the rules is typed as any other, in the unit that stands behind it', async () => {
  await openSample()
  await page.goto(`${server.origin}/workbench/#/revise?on=suspiciousRevenueBelow`)
  const field = page.locator('.typed-value')
  await expect.poll(() => field.innerText()).toMatch(/^\s*元$/)
  await page.getByLabel('新的取值').fill('二千')
  await field.getByRole('alert').getByText('写以元计的准确数字').waitFor()
  await page.getByLabel('新的取值').fill('0.2万元')
  await page.getByLabel('自', { exact: true }).fill('2020-01-01')
  await expect.poll(() => page.getByLabel('说明').inputValue()).toContain('1,000元 → 2,000元')
})

it('a finding names who bears the duty and who supervises, each as the rules say', async () => {
  await openSample()
  const findings = compile(ganzhou).evaluate(readSample(), { asOf: '2019-01-01', detail: 'findings' })
  const ofBoth = findings.findings.filter(
    ({ dutyBearer, supervisor, subject }) =>
      supervisor && supervisor.label.zh !== dutyBearer.label.zh && subject.id === 'F027',
  )
  expect(ofBoth.length).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'F027' }).click()
  await page.locator('article').first().waitFor()
  const footers = await page.locator('article footer').allTextContents()
  for (const { dutyBearer, supervisor } of ofBoth)
    expect(footers).toContain(`责任主体：${dutyBearer.label.zh}监督主体：${supervisor!.label.zh}`)
})
