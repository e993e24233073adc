import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const DOCUMENT = join(ROOT, 'docs', 'library.md')
const BLOCK = /```ts\n([\s\S]*?)```\n\n```text\n[\s\S]*?```/g
/** Printed after each block. */
const END = '-- end of block --'

// `vitest run test/docs/library.test.ts --update` writes what the program prints now.
it('every block of the guide to the library prints what the guide says', async () => {
  const written = readFileSync(DOCUMENT, 'utf8')
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
  await expect(blocks).toMatchFileSnapshot(DOCUMENT)
})
