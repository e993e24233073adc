import type { Browser, Page } from 'playwright-core'
import { freshProfile, openBrowser } from '../workbench/browser.ts'
import { startWorkbench } from '../workbench/workbench-server.ts'
import { medianOf } from './measure.ts'
import { short, type PartReport } from './report/part.ts'
import { cities } from './workload/cities.ts'

const AS_OF = '2019-01-01'
const FILES = 5
const KEYSTROKES = 50
/** So many rows, and the picture is there: more are folded. */
const ROWS = 79
/** 79 firms 64 times over. */
const MANY = 64

/** What an office waits for: a file until the picture is there, and a key until its effect is. */
export async function measurePart(): Promise<PartReport> {
  const server = await startWorkbench()
  try {
    const one = await opened(server.origin, 1, FILES)
    const many = await opened(server.origin, MANY, 1)
    const keys = await keystrokes(server.origin)
    const rows = [
      ['79 firms: file until the picture', `${short(medianOf(one.times))} ms`, `median of ${FILES}`],
      ['79 firms: longest task of the page meanwhile', `${short(one.longest)} ms`, ''],
      ['79 firms: key until its effect', `${short(medianOf(keys))} ms`, `median of ${KEYSTROKES}`],
      [`${79 * MANY} firms: file until the picture`, `${short(many.times[0]! / 1000)} s`, ''],
      [`${79 * MANY} firms: longest task of the page meanwhile`, `${short(many.longest)} ms`, ''],
    ]
    return {
      title: 'The workbench in a browser',
      text: [
        `A ledger as JSON is opened in a new browser, Chromium ${one.browser}, as of a day that was chosen before; the time is from the choice of the file until the table has its rows (of many, the groups, of which the first 79), whatever the engine does in its own thread. The key is a digit of a new value of a number that most firms depend on, with the sample city open; its effect is the list of changed findings, and the pause in which the page waits for another key is in it.`,
      ],
      tables: [{ title: 'What an office waits for', table: { heading: ['what', 'time', ''], rows } }],
      plots: [],
      data: { one, many, keys },
    }
  } finally {
    await server.harness.close()
  }
}

/** Does something in a browser of its own. */
async function inBrowser<T>(origin: string, act: (page: Page, browser: Browser) => Promise<T>): Promise<T> {
  const browser = await openBrowser()
  try {
    const page = await (await freshProfile(browser)).newPage()
    await page.goto(`${origin}/workbench/`)
    await page.getByLabel('评价日期').fill(AS_OF)
    return await act(page, browser)
  } finally {
    await browser.close()
  }
}

/** How long a file takes until the picture is there, and the longest task of the page, in milliseconds. */
async function opened(origin: string, size: number, times: number) {
  const buffer = Buffer.from(JSON.stringify(cities(size)))
  const found = []
  for (let i = 0; i < times; i++)
    found.push(
      await inBrowser(origin, async (page, browser) => {
        await page.goto(`${origin}/workbench/#/import`)
        const measured = page.evaluate(untilPicture, ROWS)
        const file = { name: 'ledger.json', mimeType: 'application/json', buffer }
        await page.locator('input[type=file]').setInputFiles(file)
        return { ...(await measured), browser: browser.version() }
      }),
    )
  return {
    times: found.map(({ time }) => time),
    longest: Math.max(...found.map(({ longest }) => longest)),
    browser: found[0]!.browser,
  }
}

/** Runs in the page. */
function untilPicture(rows: number): Promise<{ time: number; longest: number }> {
  return new Promise((resolve) => {
    let chosen = 0
    let longest = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
    }).observe({ entryTypes: ['longtask'] })
    const begin = () => {
      chosen = performance.now()
      longest = 0
    }
    addEventListener('change', begin, { capture: true, once: true })
    const observer = new MutationObserver(() => {
      if (document.querySelectorAll('.results tbody tr').length < rows) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const time = performance.now() - chosen
        // By then long tasks have been told of.
        setTimeout(() => resolve({ time, longest }), 1000)
      })
    })
    observer.observe(document.body, { childList: true, subtree: true })
  })
}

/** How long it takes until the effect of each key is shown, in milliseconds. */
function keystrokes(origin: string): Promise<number[]> {
  return inBrowser(origin, async (page) => {
    await page.getByRole('button', { name: '打开示例城市' }).click()
    await page.getByRole('table').waitFor()
    await page.goto(`${origin}/workbench/#/revise?on=minFullMembersForBranch`)
    await page.getByLabel('自', { exact: true }).fill(AS_OF)
    const field = page.getByLabel('新的取值')
    const times = []
    for (let i = 0; i <= KEYSTROKES; i++) {
      const measured = page.evaluate(untilEffect)
      await field.fill(String(4 + (i % 5)))
      times.push(await measured)
    }
    // The first loads what the others find.
    return times.slice(1)
  })
}

/** Runs in the page. */
function untilEffect(): Promise<number> {
  return new Promise((resolve) => {
    const watch = () => {
      const typed = performance.now()
      // It may be busy with the key before.
      let isBusy = document.querySelector('.effect')?.getAttribute('aria-busy') === 'true'
      const observer = new MutationObserver(() => {
        const isBusyNow = document.querySelector('.effect')?.getAttribute('aria-busy') === 'true'
        isBusy ||= isBusyNow
        if (!isBusy || isBusyNow) return
        observer.disconnect()
        requestAnimationFrame(() => resolve(performance.now() - typed))
      })
      observer.observe(document.body, { attributes: true, childList: true, subtree: true })
    }
    addEventListener('input', watch, { capture: true, once: true })
  })
}
