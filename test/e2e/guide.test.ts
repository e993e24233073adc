import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emptyFolder, RULES } from '../cli/tiaoli.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const DOCUMENTS = ['cli.md', 'ledgers-and-papers.zh-CN.md']
const BIN = join(ROOT, 'packages', 'cli', 'src', 'bin.ts')

/** Where the examples run: the packs of this repository and a register. */
const folder = emptyFolder()
mkdirSync(join(folder, 'rules'))
for (const pack of ['ganzhou-2018-32', 'party-organization-basics', 'schema'])
  cpSync(join(RULES, pack), join(folder, 'rules', pack), { recursive: true })
const REGISTER = join(ROOT, 'test', 'office', 'files', 'A-律师行业党建工作台账-2026三季度.xlsx')
cpSync(REGISTER, join(folder, 'register.xlsx'))

function run(command: string): string {
  const define = `tiaoli() { '${process.execPath}' '${BIN}' "$@"; }`
  return execFileSync('sh', ['-c', `${define}\n{ ${command}; } 2>&1 || true`], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', NO_COLOR: '1' },
  }).trimEnd()
}

/** What was printed, with the end of its last line; nothing where nothing was. */
function ended(printed: string): string {
  return printed && `${printed}\n`
}

// `vitest run test/e2e/guide.test.ts --update` writes what the commands print now.
test.each(DOCUMENTS)('every example of docs/%s prints what it says', async (name) => {
  const document = join(ROOT, 'docs', name)
  const written = readFileSync(document, 'utf8').replaceAll(/```console\n([\s\S]*?)```/g, (_, block: string) => {
    const commands = block.split('\n').filter((line) => line.startsWith('$ '))
    return `\`\`\`console\n${commands.map((line) => `${line}\n${ended(run(line.slice(2)))}`).join('')}\`\`\``
  })
  await expect(written).toMatchFileSnapshot(document)
})
