/**
 * Writes what follows from other files: the JSON Schemas of pack files, the entry module of every pack, the exports of
 * @tiaoli/rules, the documents on the Ganzhou pack and on limits, the packs in the READMEs, and the version of the engine. With `--check`
 * it only compares, and names what is stale.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { schemaFiles } from '@tiaoli/authoring'
import { documents } from './generate/documents.ts'
import { engineVersion } from './generate/engine-version.ts'
import { packModules } from './generate/pack-modules.ts'
import { withPackTable } from './generate/pack-table.ts'

const ROOT = join(import.meta.dirname, '..')
const RULES = join(ROOT, 'rules')
const DOCS = join(ROOT, 'docs')
const ENGINE = join(ROOT, 'packages', 'engine')
const READMES = [
  [join(ROOT, 'README.md'), 'en'],
  [join(ROOT, 'README.zh-CN.md'), 'zh'],
] as const

const generated = new Map([
  ...Object.entries(schemaFiles()).map(([name, text]) => [join(RULES, 'schema', name), text] as const),
  ...packModules(RULES).map(([path, text]) => [join(RULES, path), text] as const),
  ...documents(RULES).map(([path, text]) => [join(DOCS, path), text] as const),
  [join(ENGINE, 'src', 'evaluate', 'engine-version.ts'), engineVersion(ENGINE)] as const,
])
for (const [path, language] of READMES) generated.set(path, await withPackTable(readFileSync(path, 'utf8'), language))

const stale = [...generated].filter(([path, text]) => readText(path) !== text)

if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    for (const [path] of stale) console.error(`stale: ${relative(ROOT, path)}`)
    console.error('Run: npx --yes pnpm@12.21.0 generate')
    process.exitCode = 1
  }
} else {
  for (const [path, text] of stale) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    console.log(`wrote ${relative(ROOT, path)}`)
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
