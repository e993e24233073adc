import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FindingsComparison } from '@tiaoli/authoring'
import { answerOf } from '@tiaoli/client'
import { readWorkbook } from '@tiaoli/office'
import type { Browser, BrowserContext, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyOfRules, SAMPLE, tiaoli } from '../cli/tiaoli.ts'
import type { DeployedBundle } from '../e2e/server.ts'
import { readPack } from '../../scripts/read-pack.ts'
import { compiledPack, readSample } from '../load-packs.ts'
import { faultsOf, freshProfile, openBrowser } from './browser.ts'
import { startWorkbench } from './workbench-server.ts'

const PICTURES = join(import.meta.dirname, '../../docs/workbench')
const AS_OF = '2027-06-01'

/** An amending document, invented. */
const NOTICE = {
  文件标题: '关于调整单独建立党组织人数的通知（虚构）',
  文号: '赣市司党字[2027]1号',
  制发机关: '中共赣州市司法局党组',
  条号: '第二条',
  条文原文: '正式党员五人以上的律所，单独建立党组织。',
}

let server: DeployedBundle
let browser: Browser
const requests: Request[] = []
const faults: (() => string[])[] = []

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startWorkbench(), openBrowser()])
  await makeTokens()
})
afterAll(async () => {
  await browser?.close()
  await server?.harness.close()
})

/** Who edits, and who approves; their tokens are made at once. */
const ROLES = { wang: 'editor', zhao: 'editor', sun: 'editor', li: 'approver', qian: 'approver' } as const
const tokens = new Map<string, string>()

async function makeTokens(): Promise<void> {
  const api = server.client(server.adminToken)
  for (const [holder, role] of Object.entries(ROLES)) {
    const { token } = await answerOf(api.v1.tokens.$post({ header: {}, json: { holder, roles: [role] } }))
    tokens.set(holder, token!)
  }
}

/** A window of a person, in a profile of their own: the sample city judged in June 2027. */
async function windowOf(holder?: keyof typeof ROLES): Promise<Page> {
  const profile: BrowserContext = await freshProfile(browser)
  profile.on('request', (request) => requests.push(request))
  const page = await profile.newPage()
  const found = faultsOf(page)
  faults.push(() => found)
  await page.goto(`${server.origin}/workbench/`)
  if (holder !== undefined) {
    await page.getByRole('navigation').getByRole('link', { name: '设置' }).click()
    await page.getByLabel('令牌').fill(tokens.get(holder)!)
    await page.getByRole('button', { name: '使用', exact: true }).click()
    await page.getByLabel('口径').waitFor()
    await page.getByRole('navigation').getByRole('link', { name: '开始' }).click()
  }
  await page.getByRole('button', { name: '打开示例城市' }).click()
  await page.getByRole('link', { name: 'F027' }).waitFor()
  await page.getByLabel('评价日期').fill(AS_OF)
  return page
}

async function go(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: screen }).click()
}

/** Until a page has come to say something. */
const SOON = { timeout: 20_000 }

async function picture(page: Page, name: string): Promise<void> {
  if (process.env['PICTURES'] === 'yes') await page.screenshot({ path: join(PICTURES, `${name}.png`) })
}

/** What the page lists: whom, which requirement, and the change of status. */
async function flipsOn(page: Page): Promise<string[]> {
  await page.locator('.effect:not([aria-busy=true]) .figures').waitFor()
  const flips = await page
    .locator('.flips')
    .evaluateAll((sections) =>
      sections.flatMap((section) =>
        [...section.querySelectorAll('li')].flatMap((change) =>
          [...change.querySelectorAll('.whom a')].map((whom) =>
            [whom, section.querySelector('h3'), ...change.querySelectorAll('.mark')]
              .map((part) => part!.textContent.replace(/ \d+$/, '').trim())
              .join(' '),
          ),
        ),
      ),
    )
  return flips.sort()
}

/** Writes the version that is in force over a copy of the rules. */
async function writePublished(folder: string): Promise<void> {
  const pack = 'ganzhou-2018-32'
  const { packs } = server.client().v1
  const [latest] = (await answerOf(packs[':pack'].publications.$get({ param: { pack }, query: {} }))).publications
  const version = String(latest!.version)
  const { files } = await answerOf(packs[':pack'].versions[':version'].files.$get({ param: { pack, version } }))
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, 'rules', pack, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

describe('a number that a new document changes', () => {
  let author: Page
  let approver: Page
  let shown: string[]
  let draft: string

  beforeAll(async () => {
    author = await windowOf('wang')
    approver = await windowOf('li')
  })

  it('is found by its name, and shows whom its new value concerns as it is typed', async () => {
    await go(author, '修改规则')
    await author.getByLabel('查找数值').fill('单独建立')
    await author.getByRole('link', { name: '单独建立党组织所需正式党员人数' }).click()
    await author.getByLabel('新的取值').fill('5')
    await author.getByLabel('自', { exact: true }).fill('2028-01-01')
    await author.getByText('评价日期2027年6月1日早于2028年1月1日').waitFor()
    await author.getByLabel('自', { exact: true }).fill('2027-01-01')
    shown = await flipsOn(author)
    expect(shown.length).toBeGreaterThan(0)
    await author.getByText('正式党员不少于5人的律所单独建立党组织').first().waitFor()
    const [download] = await Promise.all([
      author.waitForEvent('download'),
      author.getByRole('button', { name: '导出对照表' }).click(),
    ])
    const saved = new Uint8Array(readFileSync(await download.path()))
    const { sheets } = await readWorkbook(saved, { name: download.suggestedFilename() })
    const flips = sheets.find(({ name }) => name === '结论改变')!
    expect(flips.rows.filter(({ cells }) => /^\d+$/.test(cells[0]?.text ?? ''))).toHaveLength(shown.length)
    await author.getByLabel('新的取值').fill('50')
    await expect.poll(() => flipsOn(author), SOON).not.toEqual(shown)
    await author.getByLabel('新的取值').fill('5')
    await expect.poll(() => flipsOn(author), SOON).toEqual(shown)
  })

  it('cannot be saved before its source is there, and is warned of words that say another number', async () => {
    await expect(author.getByRole('button', { name: '保存草案' }).isDisabled()).resolves.toBe(true)
    for (const [field, words] of Object.entries(NOTICE)) await author.getByLabel(field).fill(words)
    await author.getByLabel('条文原文').fill(NOTICE['条文原文'].replace('五', '六'))
    await author.getByText('所引原文为“六人以上”').first().waitFor()
    await author.getByLabel('条文原文').fill(NOTICE['条文原文'])
    await author.getByText('全部通过').waitFor()
    await author.getByText('没有问题').waitFor()
    await picture(author, 'revise')
  })

  it('loses nothing that was typed when the page is loaded again', async () => {
    const why = '单独建立党组织所需正式党员人数改为5人：按通知第二条'
    await author.getByLabel('说明：改什么，为什么').fill(why)
    await author.reload()
    await expect.poll(() => author.getByLabel('说明：改什么，为什么').inputValue(), SOON).toBe(why)
    await expect.poll(() => author.getByLabel('文号').inputValue(), SOON).toBe(NOTICE['文号'])
    await expect.poll(() => flipsOn(author), SOON).toEqual(shown)
  })

  it('becomes a draft, and is submitted', async () => {
    await author.getByRole('button', { name: '保存草案' }).click()
    await author.getByRole('heading', { name: '这份草案的修改' }).waitFor()
    draft = /draft=(d[0-9a-f]+)/.exec(author.url())![1]!
    await expect.poll(() => flipsOn(author), SOON).toEqual(shown)
    await author.getByRole('button', { name: '提交审批' }).click()
    await author.locator('.steps li.done', { hasText: '提交' }).waitFor()
  })

  it('cannot be approved by whoever wrote it, who is told so before', async () => {
    await author.getByRole('link', { name: '到“审批与留痕”' }).click()
    await author.getByText('不能由您审批').waitFor()
    await expect(author.getByRole('button', { name: '同意' }).isDisabled()).resolves.toBe(true)
  })

  it('is read by a second person, on their own ledger and on the samples, and sent back with a reason', async () => {
    await go(approver, '审批与留痕')
    await approver.getByRole('link', { name: /单独建立党组织所需正式党员人数/ }).click()
    await approver.getByText('3人 → 3人，2027年1月1日起5人（依据：').waitFor()
    await expect.poll(() => flipsOn(approver), SOON).toEqual(shown)
    await approver.getByText(`示例城市（虚构），2027年6月1日：${shown.length}条结论改变`).waitFor()
    await picture(approver, 'approve')
    await approver.getByLabel('理由').fill('请写明起草依据')
    await approver.getByRole('button', { name: '退回' }).click()
    await approver.getByText('li退回：请写明起草依据').waitFor()
    await author.reload()
    await author.getByText('li退回：请写明起草依据').waitFor()
    await author.getByRole('link', { name: '继续修改' }).click()
    await author.getByRole('button', { name: '提交审批' }).click()
    await author.locator('.steps li.done', { hasText: '提交' }).waitFor()
  })

  it('is approved and published by that person', async () => {
    await approver.reload()
    await approver.getByRole('button', { name: '同意' }).click()
    await approver.getByText('已批准为第2版').waitFor()
    await approver.getByLabel('理由').fill('经研究同意')
    await approver.getByRole('button', { name: '发布' }).click()
    await approver.getByText('第2版已发布').waitFor()
    await expect(approver.locator('.head-line .version').innerText()).resolves.toBe('第2版')
  })

  it('holds in a third window from then on', async () => {
    const third = await windowOf()
    await expect(third.locator('.head-line .version').innerText()).resolves.toBe('第2版')
    await third.getByRole('link', { name: '按要求' }).click()
    await third.getByText('正式党员不少于3人（2027年1月1日起为5人）的律所单独建立党组织').waitFor()
  })

  it('is told to whoever has the page open, which goes on by the old version until they say so', async () => {
    await author.evaluate(() => dispatchEvent(new Event('focus')))
    const told = author.getByText('本政策已发布新版本（第2版），本页仍按第1版核查')
    await told.waitFor()
    await expect(author.locator('.head-line .version').innerText()).resolves.toBe('第1版')
    await author.getByRole('button', { name: '重新核查' }).click()
    await expect.poll(() => author.locator('.head-line .version').innerText(), SOON).toBe('第2版')
    await told.waitFor({ state: 'detached' })
  })

  it('flips what the command line says that it flips', async () => {
    const folder = copyOfRules()
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], { cwd: folder })
    git('init', '-q')
    git('add', '-A')
    git('commit', '-qm', 'Before')
    await writePublished(folder)
    const packs = ['ganzhou-2018-32@HEAD', 'ganzhou-2018-32']
    const ran = await tiaoli(['compare', ...packs, '--ledger', SAMPLE, '--as-of', AS_OF, '--json'], { cwd: folder })
    const { ledger } = JSON.parse(ran.out) as { ledger: FindingsComparison }
    expect(ledger.flipped).toBe(shown.length)
    for (const { subject, requirement } of ledger.examples) {
      const { title } = compiledPack('ganzhou-2018-32').plan.requirements.find(({ id }) => id === requirement)!
      const words = title.fixed?.zh ?? title.parts.zh.findLast((part) => typeof part === 'string')
      expect(shown.filter((row) => row.startsWith(subject.id) && row.includes(String(words)))).toHaveLength(1)
    }
  })

  it('stands in the audit log, which is whole', async () => {
    await go(approver, '审批与留痕')
    await approver.getByRole('link', { name: '留痕', exact: true }).click()
    const rows = approver.locator('tbody tr')
    const title = compiledPack('ganzhou-2018-32').plan.pack.title.zh
    const lastSaid = async () =>
      (await rows.allInnerTexts()).slice(0, 6).map((row) => row.split('\t').slice(1).join(' '))
    await expect
      .poll(lastSaid, SOON)
      .toEqual([
        `li 发布 ${title} · 第2版 · 经研究同意`,
        `li 同意草案 ${title} · 第2版`,
        expect.stringMatching(new RegExp(`^wang 提交草案 ${title} · 案例\\d+个通过$`)),
        `li 退回草案 ${title} · 请写明起草依据`,
        expect.stringMatching(/^wang 提交草案/),
        expect.stringMatching(new RegExp(`^wang 新建草案 ${title} · 单独建立党组织所需正式党员人数`)),
      ])
    await approver.getByRole('button', { name: '核验留痕' }).click()
    await approver.getByText('没有缺失、改动或插入').waitFor()
  })

  it('is taken back by publishing the version before, and nothing is deleted', async () => {
    await approver.getByRole('link', { name: '版本', exact: true }).click()
    const first = approver.locator('tr', { hasText: '第1版' }).first()
    await first.getByRole('button', { name: '恢复此版' }).click()
    await first.getByLabel('理由').fill('暂缓执行')
    await first.getByRole('button', { name: '恢复此版' }).click()
    await expect.poll(() => approver.locator('.head-line .version').innerText(), SOON).toBe('第1版')
    await approver.locator('tr', { hasText: '暂缓执行' }).waitFor()
    expect(draft).toMatch(/^d/)
  })
})

describe('a requirement that a new document makes', () => {
  let author: Page
  const folder = copyOfRules()

  it('is made by a form, and shows of whom it will be asked', async () => {
    author = await windowOf('zhao')
    await go(author, '修改规则')
    await author.getByRole('link', { name: '新增要求' }).click()
    const typed = {
      文件标题: '关于设立党员活动室的通知（虚构）',
      文号: '赣市司党字[2027]2号',
      条号: '第一条',
      条文原文: '各律所应当设立党员活动室。',
      怎样整改: '设立党员活动室。',
    }
    for (const [field, words] of Object.entries(typed)) await author.getByLabel(field).fill(words)
    await author.getByLabel('要求', { exact: true }).fill('律所设立党员活动室')
    await author.getByLabel('对谁提出').selectOption('firm')
    await author.getByLabel('适用于').selectOption({ label: '律所存续' })
    await author.getByLabel('责任主体').selectOption({ label: '律师事务所' })
    await author.getByLabel('主题').selectOption({ index: 1 })
    await author.getByLabel('自哪一天起').fill('2027-01-01')
    const shown = await flipsOn(author)
    expect(shown).toContain('F001 律所设立党员活动室 无此要求 ? 无法判定')
    await author.getByText('全部通过').waitFor()
    await author.getByText('没有问题').waitFor()
  })

  it('goes the same way as any change, and is published', async () => {
    await author.getByRole('button', { name: '保存草案' }).click()
    await author.getByRole('heading', { name: '这份草案的修改' }).waitFor()
    await author.getByRole('button', { name: '提交审批' }).click()
    await author.locator('.steps li.done', { hasText: '提交' }).waitFor()
    const draft = /draft=(d[0-9a-f]+)/.exec(author.url())![1]!
    const approver = await windowOf('qian')
    await approver.evaluate((hash) => (location.hash = hash), `#/approve?draft=${draft}`)
    const inFull = approver.locator('.changes-in-full')
    const inWords = async () => {
      await inFull.getByText('要求：“律所设立党员活动室”').waitFor()
      const said = (await inFull.textContent())!
      for (const part of ['赣市司党字[2027]2号', '第一条', '各律所应当设立党员活动室。', '何时适用', '案例有3个改变'])
        expect(said).toContain(part)
      expect(said).not.toMatch(/notice-\d|cases\/|[a-z]+\.[a-z]+|[a-z]+-[a-z]+/i)
    }
    await inWords()
    await approver.getByRole('button', { name: '同意' }).click()
    await approver.getByLabel('理由').fill('经研究同意')
    await approver.getByRole('button', { name: '发布' }).click()
    await approver.getByText(/第\d+版已发布/).waitFor()
    await approver.reload()
    await inWords()
    await go(approver, '核查结果')
    await approver.getByRole('link', { name: '按要求' }).click()
    const row = approver.locator('tbody tr', { hasText: '律所设立党员活动室' })
    await expect.poll(() => row.count(), SOON).toBe(1)
  })

  it('passes check and test on the command line, with no JSON seen by anybody', async () => {
    await writePublished(folder)
    const check = await tiaoli(['check', 'ganzhou-2018-32', '--lang', 'zh'], { cwd: folder })
    expect(check.out).toContain('没有错误')
    expect(check.code).toBe(0)
    const test = await tiaoli(['test', 'ganzhou-2018-32'], { cwd: folder })
    expect(test.err).toBe('')
    expect(test.code).toBe(0)
  })
})

describe('somebody who knows the format', () => {
  let page: Page
  const editor = () => page.getByRole('textbox', { name: 'profiles/literal.json' })

  /** Puts words into the editor where others stand, as somebody would who searches for them. */
  async function replace(from: string, to: string): Promise<void> {
    await editor().click()
    await page.keyboard.press('Control+f')
    await page.getByRole('textbox', { name: '查找' }).fill(from)
    await page.getByRole('textbox', { name: '替换' }).fill(to)
    await page.getByRole('button', { name: '全部替换' }).click()
    await page.getByRole('button', { name: '关闭' }).click()
  }

  beforeAll(async () => {
    page = await windowOf('sun')
    await go(page, '修改规则')
    await page.getByRole('link', { name: '专业模式（JSON）' }).click()
    await page.getByRole('link', { name: 'profiles/literal.json' }).click()
    await editor().waitFor()
  })

  it('is told at its place what is wrong, and cannot save that', async () => {
    await replace('"instructorRequiredInJointBranch"', '"instructorRequired"')
    await page.getByRole('alert').getByText('instructorRequired').waitFor()
    // The editor draws only the lines that are in view.
    const scroller = page.locator('.cm-scroller')
    const isMarked = async (top: number) => {
      await scroller.evaluate((element, to) => element.scrollTo(0, to), top)
      return page.locator('.cm-lint-marker-error').isVisible()
    }
    await expect.poll(async () => (await isMarked(0)) || (await isMarked(10_000)), SOON).toBe(true)
    await expect(page.getByRole('button', { name: '保存草案' }).isDisabled()).resolves.toBe(true)
  })

  it('sees the same effect as by a form, and nothing changed once all is as it was', async () => {
    await replace('"instructorRequired"', '"instructorRequiredInJointBranch"')
    await page.getByText('还没有修改。', { exact: true }).waitFor()
    await replace('"value": false', '"value": true')
    expect((await flipsOn(page)).length).toBeGreaterThan(0)
    await expect.poll(() => page.getByRole('button', { name: '保存草案' }).isEnabled(), SOON).toBe(true)
  })
})

describe('somebody who may not change rules', () => {
  it.each([
    ['without a token', undefined, '保存草案需要有编辑权限的令牌'],
    ['with the token of an approver', 'li', '您的角色没有此项权限'],
  ] as const)('%s sees the effect, and is told what it takes to save it', async (_, holder, told) => {
    const page = await windowOf(holder)
    await page.evaluate((hash) => (location.hash = hash), '#/revise?on=minFullMembersForBranch')
    await page.getByLabel('新的取值').fill('5')
    await page.getByLabel('自', { exact: true }).fill('2027-01-01')
    await page.getByLabel('暂定，没有文件').check()
    await page.getByLabel('暂定的理由').fill('试算')
    expect((await flipsOn(page)).length).toBeGreaterThan(0)
    await page.getByRole('button', { name: '保存草案' }).click()
    await page.getByRole('alert').getByText(told).waitFor()
    expect(faults.pop()!().filter((fault) => !/40[13]/.test(fault))).toEqual([])
  })
})

it('nothing of the ledger was ever sent: what went out is rules, and words about them', () => {
  const sent = requests.flatMap((request) => request.postData() ?? [])
  expect(sent.length).toBeGreaterThan(5)
  const ids = idsIn(readSample())
  expect(ids.length).toBeGreaterThan(100)
  // Cases of the pack have ids of their own, and are sent as they were.
  const rules = Object.entries(readPack('ganzhou-2018-32').files).filter(([path]) => !path.startsWith('samples/'))
  const own = JSON.stringify(rules)
  const foreign = ids.filter((id) => !hasWord(own, id))
  expect(foreign.length).toBeGreaterThan(50)
  for (const body of sent) {
    const { files: _files, ...said } = JSON.parse(body) as Record<string, unknown>
    expect(foreign.filter((id) => hasWord(body, id))).toEqual([])
    expect(ids.filter((id) => hasWord(JSON.stringify(said), id))).toEqual([])
  }
  for (const { url } of requests.map((request) => ({ url: decodeURIComponent(request.url()) })))
    if (!/^(blob|data):/.test(url)) expect(ids.filter((id) => hasWord(url, id))).toEqual([])
  const asked = requests.filter((request) => !/^(blob|data):/.test(request.url()))
  expect(asked.filter((request) => !request.url().startsWith(server.origin))).toEqual([])
})

function hasWord(text: string, word: string): boolean {
  return new RegExp(`\\b${word}\\b`).test(text)
}

/** Every id in a ledger. */
function idsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'id' in value && typeof value.id === 'string' ? [value.id] : []
  return [...own, ...Object.values(value).flatMap(idsIn)]
}

it('nothing went wrong in any page', () => {
  expect(faults.flatMap((found) => found())).toEqual([])
})
