import { readFileSync } from 'node:fs'
import { compile } from '@tiaoli/engine'
import ganzhou from '@tiaoli/rules/ganzhou-2018-32'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { choicesIn, chosenIn, writtenRows } from '../../packages/workbench/src/parts/ledger-choice.ts'
import { readAddress } from '../../packages/workbench/src/address.ts'
import { Judging } from '../../packages/workbench/src/engine/judging.ts'
import { isFound } from '../../packages/workbench/src/parts/is-found.ts'
import { countsIn, filtered, groupsIn } from '../../packages/workbench/src/screens/results/narrowing.ts'
import { Searches } from '../../packages/workbench/src/state/searches.ts'
import type { DeployedBundle } from '../e2e/server.ts'
import { readSample } from '../load-packs.ts'
import { partOf } from '../office/papers/sample-papers.ts'
import { freshProfile, openBrowser } from './browser.ts'
import { startWorkbench } from './workbench-server.ts'

describe('what is looked for', () => {
  it.each([
    ['', ['K00'], true],
    ['one shoulder', ['One person for both offices (One Shoulder)'], true],
    ['SHOULDER', ['One shoulder'], true],
    ['ｆ００１', ['F001'], true],
    ['  一肩挑 ', ['党组织书记、律所主任“一肩挑”'], true],
    ['第二 支部', ['第二条', '党支部'], true],
    ['三', ['第二条', undefined], false],
  ])('%j in %j: %j', (sought, texts, found) => {
    expect(isFound(sought, texts)).toBe(found)
  })
})

describe('what is looked for among records', () => {
  const afterwards = (before: string, now: string) => {
    const searches = new Searches()
    searches.ofRows.value = 'F0'
    searches.follow(readAddress(before), readAddress(now))
    return searches.ofRows.value
  }

  it.each([
    ['#/results?view=requirements', '#/results?view=rows&requirement=one-shoulder&mark=not_met'],
    ['#/results?view=groups', '#/results?view=rows&group=K00&mark=unknown'],
    ['#/policy', '#/results?view=rows&requirement=one-shoulder'],
  ])('is forgotten where a number leads from %s', (before, now) => {
    expect(afterwards(before, now)).toBe('')
  })

  it.each([
    ['#/due', '#/results'],
    ['#/results?mark=unknown&view=groups', '#/results?mark=unknown&view=rows'],
    ['#/results', '#/results?mark=unknown'],
    ['#/results?requirement=one-shoulder', '#/policy?requirement=one-shoulder'],
  ])('stays from %s to %s', (before, now) => {
    expect(afterwards(before, now)).toBe('F0')
  })
})

const policy = compile(ganzhou)
const ledger = policy.parseLedger(JSON.stringify(readSample()))
const picture = new Judging().picture(policy, ledger, { asOf: '2019-01-01', profile: undefined })

describe('numbers of a group', () => {
  it('are of all groups together what they are of the whole', () => {
    for (const requirement of picture.requirements)
      expect(countsIn(picture.groups, picture)(requirement), requirement.id).toEqual(requirement.counts)
  })

  it('are of the records to which they lead', () => {
    for (const { unit } of picture.groups) {
      const key = unit?.key ?? 'none'
      const countsOf = countsIn(groupsIn(picture, key), picture)
      for (const requirement of picture.requirements) {
        for (const [mark, count] of Object.entries(countsOf(requirement))) {
          const shown = filtered(picture, { mark: mark as 'met', requirement, group: key, isSought: undefined })
          const led = countsIn(shown, picture)(requirement)[mark as 'met']
          expect(led, `${key} ${requirement.id} ${mark}`).toBe(count)
        }
      }
    }
  })
})

describe('records that are picked', () => {
  const choices = choicesIn(picture)
  const [first, second] = choices.filter(({ key }) => /^F\d/.test(key ?? ''))

  it('are chosen together', () => {
    const chosen = chosenIn(choices, { rows: writtenRows([first!.key!, second!.key!]) })
    expect(chosen).toMatchObject({ picked: 2, subjects: [...first!.subjects!, ...second!.subjects!] })
  })

  it('are none where one of them is not in the ledger', () => {
    expect(chosenIn(choices, { rows: writtenRows([first!.key!, 'F999']) })).toBeUndefined()
  })
})

describe('on the page', () => {
  let server: DeployedBundle
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    ;[server, browser] = await Promise.all([startWorkbench(), openBrowser()])
    page = await (await freshProfile(browser)).newPage()
    page.setDefaultTimeout(30_000)
    await page.goto(`${server.origin}/workbench/`)
    await page.getByRole('button', { name: '打开示例城市' }).click()
    await page.getByRole('link', { name: 'F027' }).waitFor()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.harness.close()
  })

  const rows = () => page.locator('tbody tr:not(.group)')

  it('a number of a requirement that was looked for leads to its records', async () => {
    await page.getByRole('link', { name: '按要求' }).click()
    await page.getByLabel('查找要求').fill('一肩挑')
    const cell = page.locator('tbody tr', { hasText: '律所主任“一肩挑”' }).locator('td.not_met a')
    const count = Number(await cell.innerText())
    await cell.click()
    await expect.poll(() => rows().count()).toBe(count)
    await page.goBack()
    await expect.poll(() => page.getByLabel('查找要求').inputValue()).toBe('一肩挑')
  })

  it('numbers of requirements under a county are of it, and lead to its firms', async () => {
    await page.goto(`${server.origin}/workbench/#/results?view=requirements&group=K00`)
    await page.getByLabel('查找要求').fill('')
    const cells = page.locator('tbody td.number.not_met a')
    await cells.first().waitFor()
    const numbers = (await cells.allInnerTexts()).map(Number)
    const total = Number((await page.locator('.totals a.not_met b').innerText()).replace(/,/g, ''))
    expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(total)
    await cells.first().click()
    await page.locator('ul.narrowed li', { hasText: 'K00' }).waitFor()
    await expect.poll(() => page.locator('tr.group').count()).toBe(1)
  })

  it('a firm is found by the name that was given to it', async () => {
    await page.goto(`${server.origin}/workbench/#/settings`)
    await page.locator('summary').click()
    await page.getByLabel('律师事务所 F027').fill('晨光律师事务所')
    await page.getByLabel('律师事务所 F027').blur()
    await page.goto(`${server.origin}/workbench/#/results`)
    await page.getByLabel(/查找律师事务所/).fill('晨光')
    await expect
      .poll(() =>
        rows()
          .allInnerTexts()
          .then((all) => all.length),
      )
      .toBe(1)
    await expect(rows().first().innerText()).resolves.toContain('晨光律师事务所')
  })

  it('firms that are picked one by one have papers of their own, and of no other', async () => {
    await page.goto(`${server.origin}/workbench/#/settings`)
    await page.locator('summary').click()
    for (const [id, name] of Object.entries({ F004: '甲明律师事务所', F009: '乙正律师事务所' })) {
      await page.getByLabel(`律师事务所 ${id}`).fill(name)
      await page.getByLabel(`律师事务所 ${id}`).blur()
    }
    await page.goto(`${server.origin}/workbench/#/results?view=rows`)
    await page.getByLabel(/查找律师事务所/).fill('')
    for (const name of ['甲明律师事务所', '晨光律师事务所'])
      await page.getByRole('checkbox', { name: `选${name}出文` }).check()
    await page.locator('.picked', { hasText: '已选2个' }).waitFor()
    await page.getByRole('link', { name: '出文' }).last().click()
    await expect.poll(() => page.locator('.scope option:checked').innerText()).toBe('已选2个')
    const make = page.locator('li', { hasText: '问题清单' }).first().getByRole('button', { name: '生成并保存' })
    const [download] = await Promise.all([page.waitForEvent('download'), make.click()])
    const texts = partOf(readFileSync(await download.path()), 'xl/sharedStrings.xml')
    expect(texts).toContain('甲明律师事务所')
    expect(texts).toContain('晨光律师事务所')
    expect(texts).not.toContain('乙正律师事务所')
    await page.getByLabel('范围').selectOption({ label: '全部' })
    expect(new URLSearchParams(page.url().split('?')[1]).get('rows')).toBe(null)
  })
})
