import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const BLOCK = /```ts\n([\s\S]*?)```\n\n```text\n[\s\S]*?```/g
/** Printed after each block. */
const END = '-- end of block --'

// `vitest run test/docs/library.test.ts --update` writes what the programs print now.
it.each(['library.md', 'office.md', 'papers.md', 'templates.md'])(
  'every block of docs/%s prints what the guide says',
  async (name) => {
    const document = join(ROOT, 'docs', name)
    const written = readFileSync(document, 'utf8')
    const program = [...written.matchAll(BLOCK)].map(([, code]) => `${code!}console.log('${END}')\n`).join('')
    const printed = execFileSync(process.execPath, ['--input-type=module-typescript', '--eval', program], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], NO_COLOR: '1' },
    }).split(`${END}\n`)
    const blocks = written.replaceAll(
      BLOCK,
      (_, code: string) => `\`\`\`ts\n${code}\`\`\`\n\n\`\`\`text\n${printed.shift()!}\`\`\``,
    )
    await expect(blocks).toMatchFileSnapshot(document)
  },
)
