import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core'

const FONTS = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/400.css'))

/**
 * A real browser, of which nothing has to be installed. It brings the libraries that a bare machine lacks, but unpacks
 * them only where it takes the machine for one on which it was made to run; they are for the browser alone.
 */
export async function openBrowser(): Promise<Browser> {
  const own = { ...process.env }
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs24.x'
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    const executablePath = await chromium.executablePath()
    return await playwright.launch({ executablePath, args: chromium.args, headless: true, env: defined(process.env) })
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in own)) delete process.env[name]
    Object.assign(process.env, own)
  }
}

function defined(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}

/**
 * A fresh profile. Without a font of its own the browser shows every 汉字 as a box, so it is given one, which the page
 * itself must not need.
 */
export async function freshProfile(browser: Browser, viewport = { width: 1366, height: 768 }): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport,
    acceptDownloads: true,
    serviceWorkers: 'block',
    locale: 'zh-CN',
  })
  await context.route('**/workbench/**/*.css', async (route) => {
    const response = await route.fetch()
    const faces = ['400.css', '700.css'].map((name) => readFileSync(join(FONTS, name), 'utf8')).join('')
    const own = faces.replaceAll('url(./files/', 'url(/test-fonts/')
    await route.fulfill({ response, body: own + (await response.text()) })
  })
  await context.route('**/test-fonts/*', (route) =>
    route.fulfill({ path: join(FONTS, 'files', new URL(route.request().url()).pathname.split('/').at(-1)!) }),
  )
  await context.route('**/workbench/', async (route) => {
    const response = await route.fetch()
    const policy = response.headers()['content-security-policy']
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': `${policy}; font-src 'self'` },
    })
  })
  return context
}

/** What goes wrong in a page, which nobody would see otherwise. */
export function faultsOf(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  return faults
}
