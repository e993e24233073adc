import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read, utils, write } from '@e965/xlsx'
import { readWorkbook } from '@tiaoli/office'
import { isTemplate } from '@tiaoli/office/template'
import { writeWord } from '@tiaoli/office/word'
import { readWordText } from '@tiaoli/office/word-text'
import { unzipSync } from 'fflate'
import type { Browser, BrowserContext, Download, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeployedBundle } from '../e2e/server.ts'
import { faultsOf, freshProfile, openBrowser } from './browser.ts'
import { startWorkbench } from './workbench-server.ts'

const REGISTER = join(import.meta.dirname, '../office/files/A-律师行业党建工作台账-2026三季度.xlsx')
const ROSTER = join(import.meta.dirname, '../office/files/B-党员花名册-GBK.csv')

const PICTURES = join(import.meta.dirname, '../../docs/workbench')

let server: DeployedBundle
let browser: Browser
let profile: BrowserContext
const requests: Request[] = []
/** What went wrong in any page. */
const faults: (() => string[])[] = []

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startWorkbench(), openBrowser()])
  profile = await freshProfile(browser)
  profile.on('request', (request) => requests.push(request))
})
afterAll(async () => {
  await browser?.close()
  await server?.harness.close()
})

async function open(path = ''): Promise<Page> {
  const page = await profile.newPage()
  const found = faultsOf(page)
  faults.push(() => found)
  await page.goto(`${server.origin}/workbench/${path}`)
  await page.getByLabel('评价日期').waitFor() // the rules are there
  return page
}

/** Takes a picture for the docs, if asked to. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env['PICTURES'] === 'yes') await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}

async function saved(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) }
}

async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(readFileSync(await download.path()))
}

describe('an officer in a fresh browser', () => {
  let page: Page

  it('sees the sample city judged after one click', async () => {
    page = await open()
    await page.getByRole('button', { name: '打开示例城市' }).click()
    await page.getByRole('table').waitFor()
    await expect(page.getByLabel('评价日期').inputValue()).resolves.toBe('2019-01-01')
    await expect.poll(() => page.locator('tbody th', { hasText: /^F\d+$/ }).count()).toBe(79)
  })

  it('goes from a firm to its finding, with the words of the clause, why, and what mends it', async () => {
    await page.getByRole('link', { name: 'F027' }).click()
    const finding = page.locator('article', { hasText: '“一肩挑”' }).first()
    await finding.waitFor()
    const text = await finding.innerText()
    expect(text).toContain('律所主任是中共党员的应实行党组织书记、律所主任“一肩挑”')
    expect(text).toContain('三、（五）')
    expect(text).toContain('党组织书记与律所主任不一致')
    expect(text).toContain('整改')
    expect(new URLSearchParams(page.url().split('?')[1]).get('row')).toBe('F027')
    await picture(page, 'results')
  })

  it('saves the notice, which says the same', async () => {
    await page.getByRole('link', { name: '出文' }).last().click()
    await expect(page.getByLabel('范围').inputValue()).resolves.toBe('F027')
    const kind = page.locator('li', { hasText: '整改通知书' })
    const { name, bytes } = await saved(page, () => kind.getByRole('button', { name: '生成并保存' }).click())
    const papers = name.endsWith('.zip') ? Object.entries(unzipSync(bytes)) : ([[name, bytes]] as const)
    const texts = papers.filter(([file]) => file.endsWith('.docx')).map(([file, word]) => readWordText(word, file))
    const notice = (await Promise.all(texts)).find((text) => text.includes('“一肩挑”'))
    expect(notice).toContain('律所主任是中共党员的应实行党组织书记、律所主任‘一肩挑’')
    expect(notice).toContain('也没有市律师行业党委对书面报告作出的有效同意')
    expect(notice).toContain('由是正式党员的律所主任兼任党组织书记')
  })

  it('writes the notice into a letterhead of the office, and is told of a placeholder that there is not', async () => {
    const kind = page.locator('li', { hasText: '整改通知书' })
    const letterhead = (name: string, lines: readonly string[]) => ({
      name,
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: Buffer.from(
        writeWord(
          lines.map((text) => ({ kind: 'plain' as const, runs: [{ text }] })),
          { form: 'letter', language: 'zh' },
        ),
      ),
    })
    const choose = async (name: string, lines: readonly string[]) => {
      await kind.locator('input[type=file]').setInputFiles(letterhead(name, lines))
      await kind.getByText(`使用文头：${name}`).waitFor()
    }
    await choose('草样.docx', ['{没有这个}'])
    await kind.getByRole('button', { name: '生成并保存' }).click()
    await kind.getByRole('alert').getByText('没有这个').waitFor()
    await choose('本局文头.docx', ['某市司法局', '{主送单位}：', '{#问题}{序号}．{存在问题}{/问题}'])
    const { name, bytes } = await saved(page, () => kind.getByRole('button', { name: '生成并保存' }).click())
    const [[file, word]] = name.endsWith('.zip') ? Object.entries(unzipSync(bytes)) : [[name, bytes] as const]
    await expect(readWordText(word, file)).resolves.toContain('某市司法局')
    await kind.getByRole('button', { name: '不用' }).click()
  })

  it('reads a follow-up table that was filled in, beside how the ledger stands', async () => {
    const kind = page.locator('li', { hasText: '督办表' })
    const { bytes } = await saved(page, () => kind.getByRole('button', { name: '生成并保存' }).click())
    const book = read(bytes)
    const sheet = book.Sheets['督办表']!
    const rows = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '', raw: false })
    const head = rows.findIndex(([first]) => first === '序号')
    const at = (heading: string) => utils.encode_cell({ r: head + 1, c: rows[head]!.indexOf(heading) })
    sheet[at('办理状态')] = { t: 's', v: '办理中' }
    sheet[at('进展')] = { t: 's', v: '已报区司法局' }
    const filled = Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
    await kind
      .locator('input[type=file]')
      .setInputFiles({ name: '督办表.xlsx', mimeType: 'application/octet-stream', buffer: filled })
    await kind.getByText('读到1项进展：已办结0项，办理中1项').waitFor()
    await expect(kind.locator('tbody tr').innerText()).resolves.toMatch(/述职.*办理中.*已报区司法局.*未到期/s)
  })

  it('finds everything again after a reload', async () => {
    await page.getByRole('navigation').getByRole('link', { name: '核查结果' }).click()
    await page.reload()
    await page.getByRole('link', { name: 'F027' }).waitFor()
    await expect(page.getByLabel('评价日期').inputValue()).resolves.toBe('2019-01-01')
  })

  it('reads the same in English', async () => {
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Results' }).waitFor()
    await page.getByRole('link', { name: 'F027' }).click()
    await page.getByText('Duty bearer').first().waitFor()
    await expect(page.locator('html').getAttribute('lang')).resolves.toBe('en')
    await page.getByRole('button', { name: '中文' }).click()
  })

  it('goes from each number to the records behind it', async () => {
    await page.getByRole('link', { name: '按要求' }).click()
    await page.getByLabel('查找要求').waitFor()
    const row = page.locator('tbody tr', { hasText: '党组织书记、律所主任“一肩挑”' })
    const count = Number(await row.locator('td.not_met').innerText())
    await row.locator('td.not_met a').click()
    await expect.poll(() => page.locator('tbody tr:not(.group)').count()).toBe(count)
    await expect(page.locator('tr.group').first().innerText()).resolves.toMatch(/K01\s*（律师事务所10家）显示1/)
    await page.getByRole('link', { name: '按县' }).click()
    const counties = page.locator('table.counts tbody')
    const numbers = await counties.locator('td.number.not_met a').allInnerTexts()
    expect(numbers.reduce((sum, number) => sum + Number(number), 0)).toBe(count)
    await page.goto(`${server.origin}/workbench/#/results`)
  })

  it('goes from a cell to what it stands for, and from the counts of a row too', async () => {
    const firm = page.locator('tbody tr', { has: page.getByRole('link', { name: 'F001', exact: true }) })
    await firm.locator('td a.unknown').first().click()
    await page.locator('aside p.narrowed').getByText('主题：').waitFor()
    const titles = page.locator('aside article h3')
    const ofTheme = await titles.count()
    await firm.locator('td.number.unknown a').click()
    await expect.poll(() => page.locator('aside > article').count()).toBe(9)
    expect(ofTheme).toBeLessThan(9)
    await page.getByRole('link', { name: 'K00' }).click()
    await page.getByText('没有需要处理的事项').waitFor()
  })

  it('quotes a sentence once, though two clauses of it are cited', async () => {
    await page.goto(`${server.origin}/workbench/#/results`)
    await page.getByRole('link', { name: 'F001', exact: true }).click()
    await page.locator('aside article').first().waitFor()
    const quoted = await page
      .locator('aside article')
      .evaluateAll((articles) =>
        articles.map((article) => [...article.querySelectorAll('blockquote p')].map((said) => said.textContent)),
      )
    expect(quoted.some((said) => said.length > 0)).toBe(true)
    expect(quoted.filter((said) => new Set(said).size < said.length)).toEqual([])
  })

  it('is told where an address names nobody of this ledger, and makes no papers of others', async () => {
    await page.goto(`${server.origin}/workbench/#/results?row=${encodeURIComponent('F999')}`)
    await page.getByRole('alert').getByText('台账中没有“F999”').waitFor()
    await page.goto(`${server.origin}/workbench/#/papers?row=${encodeURIComponent('F999')}`)
    await page.getByRole('alert').getByText('台账中没有“F999”').waitFor()
    await expect(page.getByRole('button', { name: '生成并保存' }).first().isDisabled()).resolves.toBe(true)
    await page.getByLabel('范围').selectOption({ label: 'F027' })
    await expect(page.getByRole('button', { name: '生成并保存' }).first().isDisabled()).resolves.toBe(false)
    await page.goto(`${server.origin}/workbench/#/results`)
  })

  it('opens and closes a firm by the keyboard', async () => {
    const link = page.getByRole('link', { name: 'F027' })
    await link.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.url()).not.toContain('row=')
    await expect(page.evaluate(() => document.activeElement?.textContent)).resolves.toBe('F027')
    await page.getByRole('button', { name: '跳到正文' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.evaluate(() => document.activeElement?.tagName)).resolves.toBe('MAIN')
  })

  it('sees everything on a narrow screen, and on a window that was made wider', async () => {
    const widths = (selector: string) =>
      page.locator(selector).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width))
    await page.setViewportSize({ width: 1024, height: 768 })
    expect(Math.min(...(await widths('.totals a')))).toBeGreaterThanOrEqual(72)
    await page.getByRole('link', { name: 'F027' }).click()
    await page.locator('aside article').first().waitFor()
    const shown = page.locator('aside.findings')
    expect(Math.min(...(await widths('aside.findings')))).toBeGreaterThan(800)
    await expect(shown.evaluate((aside) => aside.scrollWidth - aside.clientWidth)).resolves.toBe(0)
    await expect(page.evaluate(() => document.documentElement.scrollWidth)).resolves.toBe(1024)
    await page.keyboard.press('Escape')
    for (const width of [1024, 1920, 1366]) {
      await page.setViewportSize({ width, height: 768 })
      const room = page.locator('.table')
      await expect(
        room.evaluate((table) => table.scrollWidth - table.clientWidth),
        String(width),
      ).resolves.toBe(0)
    }
  })
})

describe('an officer who knows more than the ledger', () => {
  let page: Page
  const stillOpen = () => page.locator('main p[role=status]').innerText()

  beforeAll(async () => {
    page = await open()
    await page.getByRole('button', { name: '打开示例城市' }).click()
    await page.getByRole('link', { name: 'F027' }).waitFor()
    await page.getByRole('navigation').getByRole('link', { name: '补充填报' }).click()
  })

  it('reads of which year of which firm something is missing, and no place in a file', async () => {
    await page.getByText('573项无法判定').waitFor()
    const subjects = await page.locator('tbody td:first-child').allInnerTexts()
    expect(subjects.filter((subject) => subject.includes('/'))).toEqual([])
    expect(subjects).toContain('F001 2019年度')
    await page.getByLabel('范围').selectOption({ label: 'F027' })
    await page.getByText('9项无法判定').waitFor()
  })

  it('is told at its field what cannot be an answer, and nothing changes', async () => {
    const field = page.getByLabel('党组织班子成员人数', { exact: true })
    await field.fill('三')
    await field.blur()
    await expect(page.locator('tbody tr', { has: field }).getByRole('alert').innerText()).resolves.toBe(
      '只写整数，不写单位。',
    )
    await field.fill('3')
    await expect.poll(() => page.getByRole('alert').count()).toBe(0)
    await expect(stillOpen()).resolves.toContain('9项无法判定')
    await field.fill('')
  })

  it('answers until only what the document leaves open is unknown, each answer counted at once', async () => {
    const fields = page.locator('tbody select, tbody input')
    for (let left = await fields.count(); left > 0; left = await fields.count()) {
      const before = await stillOpen()
      const first = fields.first()
      if ((await first.evaluate(({ tagName }) => tagName)) === 'SELECT') {
        await first.selectOption({ index: 1 })
        await first.press('Enter')
      } else {
        const isNumber = (await first.getAttribute('placeholder')) === '数字'
        await first.fill(isNumber ? '2' : '2018年12月20日')
        if (!isNumber) await page.getByText('将记为：2018年12月20日').waitFor()
        await first.blur()
      }
      await expect.poll(stillOpen).not.toBe(before)
    }
    expect(await page.locator('tbody tr').count()).toBe(await page.getByText('文件没有写明').count())
    await page.getByRole('navigation').getByRole('link', { name: '核查结果' }).click()
    await page.getByRole('link', { name: 'F027' }).click()
    await page.locator('article', { hasText: '律所章程增加党建内容' }).first().waitFor({ state: 'attached' })
    const said = await page.locator('article', { hasText: '律所章程增加党建内容' }).first().textContent()
    expect(said).toMatch(/符合|逾期完成/)
  })

  it('takes the last answer back, and answers again', async () => {
    await page.getByRole('navigation').getByRole('link', { name: '补充填报' }).click()
    await page.getByLabel('范围').selectOption({ label: 'F027' })
    await page.getByText(/^1项无法判定/).waitFor()
    const before = await stillOpen()
    await page.getByRole('button', { name: '撤回上一项' }).click()
    await expect.poll(stillOpen).not.toBe(before)
    const field = page.locator('tbody select, tbody input').first()
    if ((await field.evaluate(({ tagName }) => tagName)) === 'SELECT') {
      await field.selectOption({ index: 1 })
      await field.press('Enter')
    } else {
      await field.fill((await field.getAttribute('placeholder')) === '数字' ? '2' : '2018-12-20')
      await field.blur()
    }
    await expect.poll(stillOpen).toBe(before)
  })

  it('saves the rest as a template, and the ledger with the answers', async () => {
    await page.getByRole('navigation').getByRole('link', { name: '补充填报' }).click()
    const template = await saved(page, () => page.getByRole('button', { name: '导出填报表' }).click())
    expect(isTemplate(await readWorkbook(template.bytes, { name: template.name }))).toBe(true)
    const ledger = await saved(page, () => page.getByRole('button', { name: '保存台账' }).click())
    expect(JSON.parse(new TextDecoder().decode(ledger.bytes)).counties[1].firms[4].charter.partyBuilding).toMatchObject(
      {
        value: true,
        attestedOn: '2018-12-20',
      },
    )
  })
})

describe('an officer who looks up the policy', () => {
  let page: Page
  beforeAll(async () => {
    page = await open()
    await page.getByRole('button', { name: '打开示例城市' }).click()
    await page.getByRole('link', { name: 'F027' }).waitFor()
  })

  it('reads a requirement in words: when it applies, what it asks, its exceptions and cases', async () => {
    await page.getByRole('navigation').getByRole('link', { name: '政策与规则' }).click()
    await page.getByLabel('查找条文、要求').fill('一肩挑')
    await page.getByRole('link', { name: '党组织书记、律所主任“一肩挑”' }).first().click()
    const panel = page.locator('aside')
    await panel.getByText('何时适用').waitFor()
    const said = (await panel.textContent())!
    for (const part of [
      '律所主任为中共党员',
      '党组织书记与律所主任一致',
      '确有特殊情形，已书面报市律师行业党委并获同意',
    ])
      expect(said).toContain(part)
    await expect(panel.locator('details', { hasText: '用例' }).locator('li').count()).resolves.toBeGreaterThan(3)
    await page.reload()
    await panel.getByText('何时适用').waitFor()
  })

  it('finds a clause by its words, with its place and how the city stands on it', async () => {
    await page.getByLabel('查找条文、要求').fill('一肩挑')
    const row = page.locator('tbody tr', { hasText: '律所主任是中共党员的应实行' })
    await row.waitFor()
    await expect(row.innerText()).resolves.toContain('三、（五）')
    await row.locator('li', { hasText: '党组织书记、律所主任“一肩挑”' }).locator('a:has(.mark.not_met)').click()
    await page.getByRole('link', { name: 'F027' }).waitFor()
  })

  it('sees what falls due, and saves it for a calendar program', async () => {
    await page.getByRole('navigation').getByRole('link', { name: '到期' }).click()
    await page.locator('tbody tr', { hasText: '2019年3月31日' }).waitFor()
    await expect(page.locator('.months li > :nth-child(2)').allInnerTexts()).resolves.toEqual(
      // Branches are to be re-elected in most months.
      [1, 0, 4, 2, 0, 2, 0, 0, 1, 1, 1, 3].map((items, i) => `${i + 1}月${items > 0 ? ` ${items}项` : ''}`),
    )
    const years = await page.locator('.months li > :last-child').allInnerTexts()
    expect(years.filter((year) => year !== '')).toEqual(['2019年'])
    await page.locator('tbody tr', { hasText: '2019年3月31日' }).locator('.whom a').first().dispatchEvent('click')
    await page.locator('aside article').first().waitFor()
    expect(page.url()).toContain('requirement=')
    await page.goBack()
    await page.locator('tbody tr', { hasText: '2019年3月31日' }).waitFor()
    await page.getByLabel('至').fill('2018-01-01')
    await page.getByRole('alert').getByText('截止日期早于起始日期').waitFor()
    await page.getByLabel('至').fill('2019-12-31')
    const { bytes } = await saved(page, () => page.getByRole('button', { name: '保存为日历文件' }).click())
    expect(new TextDecoder().decode(bytes)).toContain('DTSTART;VALUE=DATE:20190331')
  })
})

describe('an officer at the settings', () => {
  let page: Page
  beforeAll(async () => {
    page = await open()
    await page.getByRole('button', { name: '打开示例城市' }).click()
    await page.getByRole('link', { name: 'F027' }).waitFor()
    await page.getByRole('navigation').getByRole('link', { name: '设置' }).click()
  })

  it('names a firm, which is called so from then on, after a reload too', async () => {
    await page.locator('summary').click()
    await page.getByLabel('律师事务所 F027').fill('江西虚构律师事务所')
    await page.getByLabel('律师事务所 F027').blur()
    await page.getByRole('navigation').getByRole('link', { name: '核查结果' }).click()
    await page.getByRole('link', { name: '江西虚构律师事务所' }).waitFor()
    await page.reload()
    await page.getByRole('link', { name: '江西虚构律师事务所' }).waitFor()
    expect(await page.getByRole('link', { name: 'F027', exact: true }).count()).toBe(0)
  })

  it('is told where a token does not fit, and goes on with none', async () => {
    await page.getByRole('navigation').getByRole('link', { name: '设置' }).click()
    await page.getByLabel('令牌').fill('tl_wrong')
    await page.getByRole('button', { name: '使用', exact: true }).click()
    await page.getByRole('alert').getByText('这个令牌无效').waitFor()
    await page.getByLabel('令牌').fill(server.adminToken)
    await page.getByRole('button', { name: '使用', exact: true }).click()
    await page.getByText(/已使用.+的令牌，角色：管理/).waitFor()
    await expect(page.content()).resolves.not.toContain(server.adminToken)
    await page.reload()
    await page.getByText(`已填写令牌，末四位是${server.adminToken.slice(-4)}`).waitFor()
    await expect(page.getByLabel('令牌').inputValue()).resolves.toBe('')
    await page.getByRole('button', { name: '不再使用' }).click()
    await page.getByLabel('口径').waitFor()
    expect(faults.pop()!().filter((fault) => !fault.includes('401'))).toEqual([])
  })

  it('removes everything from this browser', async () => {
    page.once('dialog', (dialog) => void dialog.dismiss())
    await page.getByRole('button', { name: '清除本机数据' }).click()
    expect(await page.getByText('已清除').count()).toBe(0)
    await page.evaluate(keepSomething)
    page.once('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: '清除本机数据' }).click()
    await page.getByText('已清除').waitFor()
    await page.goto(`${server.origin}/workbench/`)
    await page.getByText('本机还没有保存过的核查').waitFor()
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
    expect(await page.evaluate(keptKeys)).toEqual([])
  })
})

/** Keeps something of any name where the page keeps its work. */
function keepSomething(): Promise<void> {
  return new Promise((done) => {
    const opened = indexedDB.open('keyval-store')
    opened.onsuccess = () => {
      const { result } = opened
      const writing = result.transaction('keyval', 'readwrite')
      writing.objectStore('keyval').put('任何内容', 'anything')
      writing.oncomplete = () => {
        result.close()
        done()
      }
    }
  })
}

/** The names of all that is kept in the browser. */
function keptKeys(): Promise<unknown[]> {
  return new Promise((done) => {
    const opened = indexedDB.open('keyval-store')
    opened.onsuccess = () => {
      const asked = opened.result.transaction('keyval').objectStore('keyval').getAllKeys()
      asked.onsuccess = () => done(asked.result)
    }
  })
}

describe('an officer with a workbook', () => {
  let page: Page

  it('reads what became of every column', async () => {
    page = await open('#/import')
    await page.locator('input[type=file]').setInputFiles(REGISTER)
    await page.getByText(/列中\d+列可用/).waitFor()
    await expect(page.getByLabel('台账日期').inputValue()).resolves.toBe('2026-09-30')
    await picture(page, 'import')
  })

  it('compares what was read of a firm with its row', async () => {
    const firm = page.locator('details', { hasText: '江西贡江律师事务所' })
    await firm.locator('summary').click()
    await expect(firm.innerText()).resolves.toMatch(/执业律师人数 5人 章贡区!H10/)
  })

  it('is told what no column gives, though findings wait for it', async () => {
    const lacking = page.locator('section.lacking')
    await lacking.getByText(/有\d+处无法判定/).waitFor()
    await expect(lacking.innerText()).resolves.toMatch(/党组织的直接上级 涉及\d+项要求、\d+处/)
    await expect(lacking.textContent()).resolves.not.toContain('律所成立日期')
  })

  it('says of two columns what they give, and has the same said the next time', async () => {
    const line = (heading: string) => page.locator('tr', { hasText: heading }).first()
    const say = async (heading: string, what: string) => {
      const field = line(heading).locator('input')
      await field.fill(what)
      await field.press('Enter')
      await field.blur()
    }
    await say('执业律师数', '不用')
    await line('执业律师数').getByText('选定不用').waitFor()
    await say('从业人员总数', '执业律师人数')
    await line('从业人员总数').getByText('执业律师人数').waitFor()
    await page.getByRole('button', { name: '用这份台账核查' }).click()
    await page.getByText('请选择评价日期').waitFor()
    await page.reload()
    await page.goto(`${server.origin}/workbench/#/import`)
    await page.locator('input[type=file]').setInputFiles(REGISTER)
    await page.getByText('本次按您上次改过的对照设置读取').waitFor()
    await line('从业人员总数').getByText('执业律师人数').waitFor()
    const { bytes } = await saved(page, () => page.getByRole('button', { name: '另存对照设置' }).click())
    expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({
      id: expect.any(String),
      tables: expect.any(Array),
    })
    await page.getByRole('button', { name: '不用它' }).click()
    await line('执业律师数').getByText('执业律师人数').waitFor()
  })

  it('chooses the day, which nobody chooses for them, and sees the firms by name', async () => {
    await page.getByRole('button', { name: '用这份台账核查' }).click()
    await page.getByText('请选择评价日期').waitFor()
    await expect(page.getByLabel('评价日期').inputValue()).resolves.toBe('')
    await page.getByLabel('评价日期').fill('2026-09-30')
    await page.getByRole('link', { name: '江西明远律师事务所' }).waitFor()
  })

  it('finds the cell from which a fact of a firm is, after a reload too', async () => {
    await page.reload()
    await page.getByRole('link', { name: '江西明远律师事务所' }).click()
    await page.getByText('台账出处（单元格）').click()
    const place = page.locator('.cells-of-record li', { hasText: '执业律师数' }).locator('.cells')
    await expect.poll(() => place.innerText()).toMatch(/!H\d+$/)
  })

  it('saves the list of problems of one county', async () => {
    await page.goto(`${server.origin}/workbench/#/papers`)
    await page.getByLabel('范围').selectOption({ label: '章贡区' })
    const kind = page.locator('li', { hasText: '问题清单' })
    const { name, bytes } = await saved(page, () => kind.getByRole('button', { name: '生成并保存' }).click())
    const { sheets } = await readWorkbook(bytes, { name })
    const cells = JSON.stringify(sheets)
    expect(cells).toContain('江西虔城律师事务所')
    expect(cells).not.toContain('江西楚天（赣州）律师事务所')
  })

  it('types the day of the ledger digit by digit, and is taken at the whole of it', async () => {
    await page.goto(`${server.origin}/workbench/#/import`)
    await page.locator('input[type=file]').setInputFiles(ROSTER)
    await page.getByText(/读到\d+个数据/).waitFor()
    await page.getByLabel('台账日期').focus()
    await page.keyboard.type('09302026', { delay: 120 })
    await page.getByRole('button', { name: '用这份台账核查' }).click()
    const shown = page.locator('.head-line .ledger')
    await expect.poll(() => shown.innerText()).toMatch(/^B-党员花名册-GBK\.csv\s+台账日期：2026年9月30日$/)
  })

  it('has to choose the day of another ledger anew, and finds the work before it again', async () => {
    await expect(page.getByLabel('评价日期').inputValue()).resolves.toBe('')
    await page.goto(`${server.origin}/workbench/`)
    await page.getByRole('button', { name: /台账-2026三季度\.xlsx，评价日期2026年9月30日/ }).click()
    await page.getByRole('link', { name: '江西明远律师事务所' }).waitFor()
    await expect(page.getByLabel('评价日期').inputValue()).resolves.toBe('2026-09-30')
  })

  it('cannot judge a table of which nothing was read', async () => {
    await page.goto(`${server.origin}/workbench/#/import`)
    const nothing = { name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('甲,乙\n1,2\n') }
    await page.locator('input[type=file]').setInputFiles(nothing)
    await page.getByText('没有读到任何数据').waitFor()
    await expect(page.getByRole('button', { name: '用这份台账核查' }).isDisabled()).resolves.toBe(true)
  })

  it('says of a sheet that is not known what its rows and columns are, and has it read', async () => {
    const text = '填报日期：2026-09-30\n谁,在哪,多少人,带头人\n甲律师事务所,章贡区,5,李四\n乙律师事务所,南康区,7,张三\n'
    const file = { name: '情况.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByLabel('标题行').waitFor()
    await page.getByLabel('每行是').selectOption({ label: '律师事务所' })
    const line = (heading: string) => page.locator('table.columns tr', { hasText: heading })
    await line('谁').getByText('还没有说明').waitFor()
    const say = async (heading: string, what: string, becomes: string) => {
      const field = line(heading).locator('input')
      await field.fill(what)
      await field.blur()
      await line(heading).getByText(becomes).waitFor()
    }
    await say('多少人', '律师人', '没有这个名称，是不是：执业律师人数')
    await expect(line('多少人').locator('input').inputValue()).resolves.toBe('律师人')
    await say('多少人', '执业律师人数', '执业律师人数')
    await say('谁', '律师事务所名称', '律师事务所')
    await say('在哪', '县（市、区）名称', '管理层级')
    await say('带头人', '党组织书记（姓名）', '党组织书记')
    await page.locator('details.read-record', { hasText: '甲律师事务所' }).waitFor()
    await expect(page.locator('main').textContent()).resolves.not.toMatch(/李四|张三/)
  })

  it('has the persons of a roster counted, and sees nothing of them', async () => {
    await page.goto(`${server.origin}/workbench/#/import`)
    await page.locator('input[type=file]').setInputFiles(ROSTER)
    const firm = page.locator('details', { hasText: '江西明远律师事务所' })
    await firm.waitFor()
    const said = await firm.innerText()
    for (const count of ['党员人数 3人', '正式党员人数 2人', '预备党员人数 1人', '党员律师人数 2人'])
      expect(said).toContain(count)
    const persons = new TextDecoder('gbk').decode(readFileSync(ROSTER)).matchAll(/^\d+,([^,]+),/gm)
    const names = [...persons].map(([, name]) => name!)
    expect(names.length).toBeGreaterThan(3)
    const all = await page.locator('main').textContent()
    expect(names.filter((name) => all?.includes(name))).toEqual([])
  })

  it('is told of a file that cannot be read, and keeps the ledger that is open', async () => {
    await page.goto(`${server.origin}/workbench/#/import`)
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 …') })
    await page.getByRole('alert').waitFor()
    await expect(page.getByRole('alert').innerText()).resolves.toContain('a.pdf')
    await page.getByRole('link', { name: '核查结果' }).click()
    await page.getByRole('link', { name: '江西明远律师事务所' }).waitFor()
  })
})

/** Names, persons and whatever else stands in the workbooks that were opened, in three letters or more. */
async function wordsOfFiles(): Promise<string[]> {
  const books = [REGISTER, ROSTER].map((path) => readWorkbook(readFileSync(path), { name: path }))
  const cells = (await Promise.all(books)).flatMap(({ sheets }) =>
    sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells.map(({ text }) => text.trim()))),
  )
  return [...new Set(cells)].filter((text) => /\p{Script=Han}{3}/u.test(text))
}

it('nothing of a ledger was ever sent: every request reads, and has no body', async () => {
  const words = await wordsOfFiles()
  expect(words.length).toBeGreaterThan(50)
  for (const request of requests.filter((one) => !/^(?:blob|data):/.test(one.url()))) {
    const sent = decodeURIComponent(request.url() + JSON.stringify(await request.allHeaders()))
    expect(words.filter((word) => sent.includes(word))).toEqual([])
  }
  const own = requests.filter((request) => request.url().startsWith(server.origin))
  expect(own.length).toBeGreaterThan(5)
  expect(
    requests.filter((request) => !request.url().startsWith(server.origin) && !/^(blob|data):/.test(request.url())),
  ).toEqual([])
  expect(own.filter((request) => request.method() !== 'GET' || request.postData() !== null)).toEqual([])
})

it('nothing went wrong in any page, and its own policy of what may be loaded held', () => {
  expect(faults.flatMap((found) => found())).toEqual([])
})
