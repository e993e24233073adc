import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Browser, BrowserContext, BrowserType, Page } from 'playwright-core'

const FONTS = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/400.css'))

/** A browser as a package brings it. */
interface Brought {
  /** What takes the machine for one on which the package unpacks its libraries. */
  readonly on: Readonly<Record<string, string>>
  readonly libraries: string
  readonly load: () => Promise<{ default: { executablePath: () => Promise<string>; args: string[] } }>
  readonly start: () => Promise<{ chromium: BrowserType }>
}

const BROWSERS = {
  newest: {
    on: { AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
    libraries: 'al2023/lib',
    load: () => import('@sparticuz/chromium'),
    start: () => import('playwright-core'),
  },
  /** Chrome 109, the last for Windows 7. */
  oldest: {
    on: { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs16.x' },
    libraries: 'aws/lib',
    load: () => import('@sparticuz/chromium-109'),
    // The same, as far as the tests use it.
    start: () => import('playwright-core-1.29') as unknown as ReturnType<Brought['start']>,
  },
} satisfies Record<string, Brought>

/**
 * A real browser, of which nothing has to be installed. It brings the libraries that a bare machine lacks, but unpacks
 * them only where it takes the machine for one on which it was made to run. Each process has its own, for two that
 * unpack it at once would break each other's.
 */
export async function openBrowser(which: keyof typeof BROWSERS = 'newest'): Promise<Browser> {
  const brought = BROWSERS[which]
  const { executablePath, args, folder } = await unpack(brought)
  const { chromium } = await brought.start()
  return chromium.launch({
    executablePath,
    args,
    headless: true,
    env: { ...process.env, TMPDIR: folder, LD_LIBRARY_PATH: join(folder, brought.libraries) },
  })
}

async function unpack({ on, load }: Brought): Promise<{ executablePath: string; args: string[]; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-browser-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const own = { ...process.env }
  Object.assign(process.env, on, { TMPDIR: folder })
  try {
    const { default: chromium } = await load()
    return { executablePath: await chromium.executablePath(), args: chromium.args, folder }
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in own)) delete process.env[name]
    Object.assign(process.env, own)
  }
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
