import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { answerOf } from '@tiaoli/client'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SCREENS, type Screen } from '../../packages/workbench/src/address.ts'
import type { DeployedBundle } from '../e2e/server.ts'
import { freshProfile, openBrowser } from './browser.ts'
import { startWorkbench } from './workbench-server.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let server: DeployedBundle
let browser: Browser
let page: Page
let draft: string

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startWorkbench(), openBrowser()])
  page = await (await freshProfile(browser)).newPage()
  await page.goto(`${server.origin}/workbench/`)
  const token = await prepareDraft()
  await page.evaluate((given) => sessionStorage.setItem('tiaoli.token', given), token)
  await page.reload()
  await page.getByRole('button', { name: '打开示例城市' }).click()
  await page.getByRole('link', { name: 'F027' }).click()
  await page.locator('article').first().waitFor()
})
afterAll(async () => {
  await browser?.close()
  await server?.harness.close()
})

/** Somebody who may do everything, and a draft that they have begun. */
async function prepareDraft(): Promise<string> {
  const admin = server.client(server.adminToken)
  const json = { holder: 'wang', roles: ['editor' as const, 'approver' as const] }
  const { token } = await answerOf(admin.v1.tokens.$post({ header: {}, json }))
  const { drafts } = server.client(token).v1.packs[':pack']
  const begun = { summary: '示例', fromVersion: 1, files: {} }
  const { draft: made } = await answerOf(drafts.$post({ header: {}, param: { pack: 'ganzhou-2018-32' }, json: begun }))
  draft = made.id
  return token!
}

/** What else can be seen on a screen than at first. */
const VIEWS: Partial<Record<Screen, readonly string[]>> = {
  results: ['?view=requirements', '?view=groups'],
  policy: ['?requirement=one-shoulder'],
  revise: [
    '?on=minFullMembersForBranch',
    '?kind=requirement&on=new',
    '?kind=end',
    '?kind=end&on=charter-party-building',
    '?kind=exception&on=charter-party-building',
    '?kind=words',
    '?kind=words&on=requirements/charter.json/requirements/charter-party-building/title',
    '?kind=json',
    '?kind=json&on=parameters.json',
    '?draft=',
  ],
  approve: ['?draft=', '?view=versions', '?view=log'],
}

const SEEN = SCREENS.flatMap((screen) => ['', ...(VIEWS[screen] ?? [])].map((view) => `${screen}${view}`))

/** Marks of Chinese writing in what the page says itself in English; what is quoted and what a ledger says is as it is. */
function foreignMarks(ledger: string): string[] {
  const found: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const said = (walker.currentNode.textContent ?? '').replaceAll(ledger, '')
    const isQuoted = walker.currentNode.parentElement?.closest('[lang="zh-CN"], blockquote, q, code, noscript')
    if (!isQuoted && /[：、；（）《》，。]/.test(said)) found.push(said)
  }
  return found
}

it.each(SEEN.flatMap((screen) => [screen, `${screen} in English`]))(
  'no barrier on %s, and nothing scrolls its head away',
  async (screen) => {
    const [address, inEnglish] = screen.split(' in ')
    const row = address === 'results' ? '?row=F027' : ''
    const named = address!.endsWith('draft=') ? draft : ''
    await page.evaluate((hash) => (location.hash = hash), `#/${address}${row}${named}`)
    const other = page.getByRole('button', { name: inEnglish ? 'English' : '中文' })
    if (await other.isVisible()) await other.click()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page
      .locator('main table, main .steps, main .files, main.start, main.import, main.papers, main.settings')
      .first()
      .waitFor()
    if (row) await page.locator('article').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0)
    expect(inEnglish ? await page.evaluate(foreignMarks, '示例城市（虚构）') : []).toEqual([])
    await page.evaluate(AXE)
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    )
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join('\n')}`),
    ).toEqual([])
  },
)
