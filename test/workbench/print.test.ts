import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeployedBundle } from '../e2e/server.ts'
import { freshProfile, openBrowser } from './browser.ts'
import { startWorkbench } from './workbench-server.ts'

let server: DeployedBundle
let browser: Browser
let page: Page

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startWorkbench(), openBrowser()])
  page = await (await freshProfile(browser)).newPage()
  await page.goto(`${server.origin}/workbench/`)
  await page.getByRole('button', { name: '打开示例城市' }).click()
  await page.getByRole('link', { name: 'F027' }).waitFor()
})
afterAll(async () => {
  await browser?.close()
  await server?.harness.close()
})

/** Width and height in millimetres of each page that comes out of the printer. */
async function printed(): Promise<[number, number][]> {
  const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
  return boxes.map(
    ([, ...sides]) => sides.map((points) => Math.round((Number(points) / 72) * 25.4)) as [number, number],
  )
}

async function visible(selector: string): Promise<boolean> {
  return page.locator(selector).first().isVisible()
}

describe('the picture on paper', () => {
  it('is a table over the width of A4 on its side, all columns of it, without the controls', async () => {
    const pages = await printed()
    expect(pages.length).toBeLessThan(8)
    expect(new Set(pages.map(String))).toEqual(new Set(['297,210']))
    await page.emulateMedia({ media: 'print' })
    for (const control of ['nav', '.bar', '.pick', '.findings > .empty', '.head-line button'])
      expect(await visible(control), control).toBe(false)
    await page.setViewportSize({ width: Math.floor((257 / 25.4) * 96), height: 643 })
    const [table, last] = await Promise.all([
      page.locator('main').boundingBox(),
      page.locator('thead th').last().boundingBox(),
    ])
    expect(last!.x + last!.width).toBeLessThanOrEqual(table!.x + table!.width + 1)
  })
})

describe('a firm on paper', () => {
  beforeAll(async () => {
    await page.emulateMedia({ media: null })
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.getByRole('link', { name: 'F027' }).click()
    await page.locator('article').first().waitFor()
  })

  it('is its findings alone on upright A4, in the margins and the size of an official paper', async () => {
    const pages = await printed()
    expect(pages.length).toBeGreaterThan(1)
    expect(new Set(pages.map(String))).toEqual(new Set(['210,297']))
    await page.emulateMedia({ media: 'print' })
    expect(await visible('main')).toBe(false)
    expect(await visible('article')).toBe(true)
    expect(await page.locator('.findings details:not([open]) summary:visible').count()).toBe(0)
    const undecided = page.locator('article.finding.unknown').first()
    expect(await undecided.locator('.missing').isVisible()).toBe(true)
    expect(await undecided.locator('blockquote, footer').filter({ visible: true }).count()).toBe(0)
    expect(await visible('.news')).toBe(false)
    const marker = page.locator('article details[open] summary').first()
    await expect(marker.evaluate((summary) => getComputedStyle(summary).listStyleType)).resolves.toBe('none')
    const { face, size } = await page
      .locator('article .problem')
      .first()
      .evaluate((element) => {
        const { fontFamily, fontSize } = getComputedStyle(element)
        return { face: fontFamily, size: fontSize }
      })
    expect(face).toMatch(/^"?仿宋/)
    expect(Number.parseFloat(size) * 0.75).toBeCloseTo(16)
    const margins = await page.evaluate(() => {
      const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
      const plain = rules.find((rule) => rule instanceof CSSPageRule && rule.selectorText === '')
      return (plain as CSSPageRule | undefined)?.style.margin
    })
    expect(margins).toBe('37mm 26mm 35mm 28mm')
  })

  it('is printed by its own button', async () => {
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => Object.assign(window, { print: () => (document.title = 'printed') }))
    await page.getByRole('button', { name: '打印' }).click()
    await expect(page.title()).resolves.toBe('printed')
  })
})
