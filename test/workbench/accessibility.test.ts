import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { answerOf } from '@tiaoli/client'
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

const SCREENS = [
  'start',
  'import',
  'results',
  'results?view=requirements',
  'results?view=groups',
  'papers',
  'fill-in',
  'policy',
  'policy?requirement=one-shoulder',
  'revise',
  'revise?on=minFullMembersForBranch',
  'revise?kind=requirement&on=new',
  'revise?kind=end',
  'revise?kind=end&on=charter-party-building',
  'revise?kind=exception&on=charter-party-building',
  'revise?kind=words',
  'revise?kind=words&on=requirements/charter.json/requirements/charter-party-building/title',
  'revise?kind=json',
  'revise?kind=json&on=parameters.json',
  'revise?draft=',
  'approve',
  'approve?draft=',
  'approve?view=versions',
  'approve?view=log',
  'due',
  'settings',
]

it.each(SCREENS.flatMap((screen) => [screen, `${screen} in English`]))('no barrier on %s', async (screen) => {
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
  await page.evaluate(AXE)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join('\n')}`)).toEqual(
    [],
  )
})
