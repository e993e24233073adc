import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { startBundle } from './server.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const BIN = join(ROOT, 'packages', 'cli', 'src', 'bin.ts')
const MARK = '--- end of step ---'
/** How a page calls the command line, from the folder of the repository. */
const TIAOLI = 'npx --yes pnpm@12.21.0 --silent tiaoli'

/** The commands of a page, and what it says that they print. */
const STEP = /```sh\n(.*?)```\n(?:\n```text\n(.*?)```)?/gs

/**
 * Runs the commands of a page of docs one after the other, in a copy of the rules and with a service of their own.
 *
 * @returns The page with what they printed in the place of what it says that they print.
 */
export async function runPage(name: string): Promise<{ page: string; printed: string; steps: number }> {
  const page = readFileSync(join(ROOT, 'docs', name), 'utf8')
  const steps = [...page.matchAll(STEP)].map(([, commands]) => commands!)
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-page-'))
  const bundle = await startBundle()
  try {
    cpSync(join(ROOT, 'rules'), join(folder, 'rules'), { recursive: true })
    const script = steps.map((commands) => `${commands}\necho '${MARK}'`).join('\n')
    const file = join(folder, 'page.sh')
    writeFileSync(file, script.replaceAll(TIAOLI, `'${process.execPath}' '${BIN}'`))
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', file], {
      cwd: folder,
      env: {
        ...process.env,
        NO_COLOR: '1',
        LANG: 'en_US.UTF-8',
        URL: bundle.origin,
        ADMIN: bundle.adminToken,
        PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
      },
      maxBuffer: 10_000_000,
    })
    const outputs = stdout.split(`${MARK}\n`)
    let i = 0
    const printed = page.replaceAll(STEP, (_, commands: string, says: string | undefined) => {
      const output = outputs[i++] ?? ''
      const shown = says === undefined && output === '' ? '' : `\n\`\`\`text\n${output}\`\`\``
      return `\`\`\`sh\n${commands}\`\`\`\n${shown}`
    })
    return { page, printed, steps: steps.length }
  } finally {
    await bundle.harness.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
