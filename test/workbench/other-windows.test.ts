import { answerOf } from '@tiaoli/client'
import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPack } from '../../scripts/read-pack.ts'
import type { DeployedBundle } from '../e2e/server.ts'
import { faultsOf, freshProfile, openBrowser } from './browser.ts'
import { startWorkbench } from './workbench-server.ts'

const PACK = 'ganzhou-2018-32'
const CHARTER = 'requirements/charter.json'
const SOON = { timeout: 20_000 }

let server: DeployedBundle
let browser: Browser
const tokens = new Map<string, string>()
const faults: (() => string[])[] = []

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startWorkbench(), openBrowser()])
  const { tokens: given } = server.client(server.adminToken).v1
  for (const [holder, role] of [
    ['wang', 'editor'],
    ['li', 'approver'],
    ['qian', 'approver'],
  ] as const) {
    const { token } = await answerOf(given.$post({ header: {}, json: { holder, roles: [role] } }))
    tokens.set(holder, token!)
  }
})
afterAll(async () => {
  await browser?.close()
  await server?.harness.close()
})

/** A window of a person, in a profile of their own, with the sample city. */
async function windowOf(holder: string): Promise<{ page: Page; profile: BrowserContext }> {
  const profile = await freshProfile(browser)
  const page = await profile.newPage()
  page.setDefaultTimeout(30_000)
  const found = faultsOf(page)
  faults.push(() => found)
  await page.goto(`${server.origin}/workbench/`)
  await page.evaluate((token) => sessionStorage.setItem('tiaoli.token', token), tokens.get(holder)!)
  await page.reload()
  await page.getByRole('button', { name: '打开示例城市' }).click()
  await page.getByRole('link', { name: 'F027' }).waitFor()
  return { page, profile }
}

async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/${address}`)
}

interface Draft {
  readonly id: string
  readonly revision: number
}

/** A draft in which a requirement is called otherwise. */
async function draftCalled(title: string): Promise<Draft> {
  const { drafts } = server.client(tokens.get('wang')).v1.packs[':pack']
  const text = String(readPack(PACK).files[CHARTER]).replace('"zh": "律所章程增加党建内容"', `"zh": "${title}"`)
  const [latest] = (
    await answerOf(server.client().v1.packs[':pack'].publications.$get({ param: { pack: PACK }, query: {} }))
  ).publications
  const json = { summary: title, fromVersion: latest!.version, files: { [CHARTER]: text } }
  const { draft } = await answerOf(drafts.$post({ header: {}, param: { pack: PACK }, json }))
  return draft
}

async function submittedDraft(title: string): Promise<string> {
  const { id, revision } = await draftCalled(title)
  const { submit } = server.client(tokens.get('wang')).v1.packs[':pack'].drafts[':draft']
  const header = { 'if-match': `"${revision}"` }
  await answerOf(submit.$post({ param: { pack: PACK, draft: id }, header, json: {} }))
  return id
}

/** The version that an approver makes of it, which nobody publishes yet. */
async function approvedVersion(draft: string): Promise<number> {
  const one = server.client(tokens.get('li')).v1.packs[':pack'].drafts[':draft']
  const param = { pack: PACK, draft }
  const { draft: submitted } = await answerOf(one.$get({ param }))
  const header = { 'if-match': `"${submitted.revision}"` }
  return (await answerOf(one.approve.$post({ param, header, json: {} }))).version!
}

/** Keeps requests waiting until they are let go, as many as are to wait. */
async function hold(page: Page, url: string, most = Infinity): Promise<() => Promise<void>> {
  const held: Route[] = []
  let isHeld = true
  await page.route(url, async (route) => {
    if (isHeld && held.length < most) held.push(route)
    else await route.continue()
  })
  return async () => {
    isHeld = false
    await Promise.all(held.map((route) => route.continue()))
  }
}

describe('two drafts of which one is opened while the other comes', () => {
  let page: Page
  let slow: string
  let quick: string

  beforeAll(async () => {
    ;[slow, quick] = [(await draftCalled('律所章程写明党建内容')).id, (await draftCalled('律所章程载明党建内容')).id]
    ;({ page } = await windowOf('wang'))
  })

  it('the one that was opened last is shown, though the other comes later', async () => {
    const letGo = await hold(page, `**/drafts/${slow}`)
    await go(page, `revise?draft=${slow}`)
    await page.waitForRequest(`**/drafts/${slow}`)
    await go(page, `revise?draft=${quick}`)
    const shown = page.locator('main .summary')
    await expect.poll(() => shown.innerText(), SOON).toBe('律所章程载明党建内容')
    const [file] = await Promise.all([page.waitForResponse(`**/drafts/${slow}/file?*`), letGo()])
    await file.finished()
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
    await expect(shown.innerText()).resolves.toBe('律所章程载明党建内容')
  })
})

describe('two approvers in two windows', () => {
  const TITLE = '律所章程载明党的建设内容'
  let first: Page
  let other: Page
  let draft: string
  /** A draft that became version 2, which nobody publishes. */
  let passedOver: string

  beforeAll(async () => {
    passedOver = await submittedDraft('律所章程写进党建内容')
    await approvedVersion(passedOver)
    draft = await submittedDraft(TITLE)
    first = (await windowOf('li')).page
    other = (await windowOf('qian')).page
  })

  it('neither sends a draft back without a reason', async () => {
    await go(first, `approve?draft=${draft}`)
    const back = first.getByRole('button', { name: '退回' })
    await back.waitFor()
    await expect(back.isDisabled()).resolves.toBe(true)
    await first.getByLabel('理由').fill('  ')
    await expect(back.isDisabled()).resolves.toBe(true)
    await first.getByLabel('理由').fill('请核对')
    await expect(back.isEnabled()).resolves.toBe(true)
    await first.getByLabel('理由').fill('')
  })

  it('the second to publish is told that somebody has, and publishes nothing unseen', async () => {
    await first.getByRole('button', { name: '同意' }).click()
    await first.getByText('已批准为第3版，尚未发布').waitFor()
    await go(other, `approve?draft=${draft}`)
    await other.getByText('已批准为第3版，尚未发布').waitFor()
    await first.getByLabel('理由').fill('经研究同意')
    await first.getByRole('button', { name: '发布' }).click()
    await first.getByText('第3版已发布').waitFor()
    await first.locator('.steps li.done', { hasText: '发布' }).waitFor()
    await other.getByLabel('理由').fill('我也同意')
    await other.getByRole('button', { name: '发布' }).click()
    await other.getByRole('alert').getByText('在此期间已有人发布').waitFor()
    await expect(other.locator('.head-line .version').innerText()).resolves.toBe('第1版')
  })

  it('tells which version is in force as the service has it, though it still goes by another', async () => {
    await go(other, 'approve?view=versions')
    const row = other.locator('tr', { hasText: '第3版' }).first()
    await row.getByText('现行').waitFor()
    expect(await row.getByRole('button').count()).toBe(0)
  })

  it('goes on by the version that it shows, and judges by the other once somebody says so', async () => {
    await go(other, 'results?view=requirements')
    const row = other.locator('tbody tr', { hasText: TITLE })
    await other.evaluate(() => dispatchEvent(new Event('focus')))
    await other.getByText('本政策已发布新版本（第3版），本页仍按第1版核查').waitFor()
    expect(await row.count()).toBe(0)
    await other.getByRole('button', { name: '重新核查' }).click()
    await row.waitFor()
    await expect(other.locator('.head-line .version').innerText()).resolves.toBe('第3版')
  })

  it('then says of the draft that it is published, and by whom', async () => {
    await go(other, `approve?draft=${draft}`)
    await other.getByText('第3版已发布').waitFor()
    await expect(other.locator('.steps li', { hasText: '发布' }).innerText()).resolves.toContain('li')
  })

  it('says of no version that it is published because a later one is', async () => {
    await go(other, `approve?draft=${passedOver}`)
    await other.getByText('已批准为第2版，尚未发布').waitFor()
    expect(await other.getByText('第2版已发布').count()).toBe(0)
  })
})

describe('where the service gives no answer', () => {
  let page: Page

  beforeAll(async () => {
    ;({ page } = await windowOf('li'))
  })

  it('a version is not published again, and the reason stays to be sent once more', async () => {
    await go(page, 'approve?view=versions')
    const row = page.locator('tr', { hasText: '第1版' }).first()
    await row.getByRole('button', { name: '恢复此版' }).click()
    await row.getByLabel('理由').fill('暂缓执行')
    await page.route('**/publications', async (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    await row.getByRole('button', { name: '恢复此版' }).click()
    await page.getByRole('alert').getByText('服务没有应答').waitFor()
    await expect(row.getByLabel('理由').inputValue()).resolves.toBe('暂缓执行')
    await page.unroute('**/publications')
  })

  it('the page says that nobody knows whose token is used', async () => {
    await go(page, 'settings')
    await page.route('**/v1/tokens/current', (route) => route.abort())
    await page.getByLabel('令牌').fill(tokens.get('li')!)
    await page.getByRole('button', { name: '使用', exact: true }).click()
    await expect
      .poll(() => page.getByRole('alert').allInnerTexts(), SOON)
      .toContainEqual(expect.stringContaining('服务没有应答'))
    await page.unroute('**/v1/tokens/current')
  })

  it('the rules are those for the token that was given last, whenever the answer for another comes', async () => {
    const letGo = await hold(page, '**/v1/packs', 1)
    await page.getByLabel('令牌').fill('tl_wrong')
    const use = page.getByRole('button', { name: '使用', exact: true })
    await Promise.all([page.waitForRequest('**/v1/packs'), use.click()])
    await page.getByLabel('令牌').fill(tokens.get('li')!)
    await use.click()
    await page.getByText('已使用li的令牌').waitFor()
    // The page asks what the refusal means before it tells it.
    const [meaning] = await Promise.all([page.waitForResponse('**/problems/*'), letGo()])
    await meaning.finished()
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))))
    expect(await page.getByText('这个令牌无效').count()).toBe(0)
    await expect(page.getByLabel('口径').isVisible()).resolves.toBe(true)
  })

  it('the page says that no comparison can be made', async () => {
    await go(page, 'revise?on=minFullMembersForBranch')
    await page.getByLabel('新的取值').fill('5')
    await page.getByLabel('自', { exact: true }).fill('2018-12-01')
    await page.locator('.effect:not([aria-busy=true]) .figures').waitFor()
    await page.locator('.examined').waitFor()
    await page.context().route('**/assets/*.js', (route) => route.abort())
    await page.getByRole('button', { name: '导出对照表' }).click()
    const told = page.locator('.effect p:has(button:text("导出对照表")) + .refusal')
    await expect.poll(() => told.allInnerTexts(), SOON).toContainEqual(expect.stringContaining('本页出错'))
  })

  it('the page says that the editor does not come', async () => {
    await go(page, 'revise?kind=json&on=quality.json')
    const told = page.locator('main').getByRole('alert')
    await expect.poll(() => told.allInnerTexts(), SOON).toContainEqual(expect.stringContaining('本页出错'))
  })
})

it('nothing else went wrong in any page', () => {
  const found = faults.flatMap((of) => of())
  expect(found.filter((fault) => !/40[19]|ERR_FAILED|Failed to load resource/.test(fault))).toEqual([])
})
