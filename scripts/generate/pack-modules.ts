import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FILE_KINDS } from '@tiaoli/engine/plan'

const NOTICE = '// Written by scripts/generate.ts from the files of this folder. Do not edit.'

/** The entry module of every pack, its types, and rules/package.json with their exports; by path under rules/. */
export function packModules(rules: string): [path: string, text: string][] {
  const packs = readdirSync(rules, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && readdirSync(join(rules, entry.name)).includes('pack.json'))
    .map(({ name }) => name)
    .sort()
  return [
    ...packs.flatMap((pack): [string, string][] => [
      [`${pack}/index.js`, packModule(join(rules, pack))],
      [`${pack}/index.d.ts`, TYPES],
    ]),
    ['index.js', packList(packs)],
    ['index.d.ts', LIST_TYPES],
    ['samples.js', sampleModule(rules, packs)],
    ['samples.d.ts', SAMPLE_TYPES],
    ['package.json', packageJson(join(rules, 'package.json'), packs)],
  ]
}

function packModule(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => FILE_KINDS.some(({ name }) => name.test(path)))
    .sort()
  const { uses = [] } = JSON.parse(readFileSync(join(folder, 'pack.json'), 'utf8')) as { uses?: string[] }
  const names = files.map(variableName)
  const usedNames = uses.map(variableName)
  return [
    NOTICE,
    ...uses.map((used, i) => `import ${usedNames[i]} from '../${used}/index.js'`),
    ...files.map((path, i) => `import ${names[i]} from './${path}' with { type: 'json' }`),
    '',
    '/** The pack as `compile` of @tiaoli/engine takes it. */',
    'export default {',
    '  files: {',
    ...files.map((path, i) => `    '${path}': ${names[i]},`),
    '  },',
    `  uses: [${usedNames.join(', ')}],`,
    '}',
    '',
  ].join('\n')
}

/** A pack carries data only, so its types name no other package; they fit the engine's `PackSource`. */
const TYPES = `${NOTICE}
interface Pack {
  readonly files: Readonly<Record<string, unknown>>
  readonly uses: readonly Pack[]
}

/** The pack as \`compile\` of @tiaoli/engine takes it. */
declare const pack: Pack
export default pack
`

/** All packs by id, for those who serve every pack there is. */
function packList(packs: readonly string[]): string {
  return [
    NOTICE,
    ...packs.map((pack) => `import ${variableName(pack)} from './${pack}/index.js'`),
    '',
    '/** Every pack, by its id. */',
    'export default {',
    ...packs.map((pack) => `  '${pack}': ${variableName(pack)},`),
    '}',
    '',
  ].join('\n')
}

const LIST_TYPES = `${NOTICE}
interface Pack {
  readonly files: Readonly<Record<string, unknown>>
  readonly uses: readonly Pack[]
}

/** Every pack, by its id. */
declare const packs: Readonly<Record<string, Pack>>
export default packs
`

/** Apart from the packs: a sample ledger is large, and only who shows the effect of a change needs it. */
function sampleModule(rules: string, packs: readonly string[]): string {
  const samples = packs.map((pack) => ({
    pack,
    paths: readdirSync(join(rules, pack), { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /^samples\/[a-z0-9-]+\.json$/.test(path))
      .sort(),
  }))
  const name = (pack: string, path: string) => variableName(`${pack}/${path}`)
  return [
    NOTICE,
    ...samples.flatMap(({ pack, paths }) =>
      paths.map((path) => `import ${name(pack, path)} from './${pack}/${path}' with { type: 'json' }`),
    ),
    '',
    '/** The sample ledgers of every pack, by its id and their path. All of them are made up. */',
    'export default {',
    ...samples.flatMap(({ pack, paths }) => [
      `  '${pack}': {`,
      ...paths.map((path) => `    '${path}': ${name(pack, path)},`),
      '  },',
    ]),
    '}',
    '',
  ].join('\n')
}

const SAMPLE_TYPES = `${NOTICE}
/** The sample ledgers of every pack, by its id and their path. All of them are made up. */
declare const samples: Readonly<Record<string, Readonly<Record<string, unknown>>>>
export default samples
`

/** profiles/literal.json → profilesLiteral */
function variableName(path: string): string {
  return path.replace(/\.json$/, '').replaceAll(/[^A-Za-z0-9]+(.)/g, (_, next: string) => next.toUpperCase())
}

/** The manifest unchanged if its exports are right, so that its formatting is left to the formatter. */
function packageJson(path: string, packs: readonly string[]): string {
  const text = readFileSync(path, 'utf8')
  const manifest = JSON.parse(text) as Record<string, unknown>
  const exports = {
    '.': { types: './index.d.ts', default: './index.js' },
    ...Object.fromEntries(
      packs.map((pack) => [`./${pack}`, { types: `./${pack}/index.d.ts`, default: `./${pack}/index.js` }]),
    ),
    './samples': { types: './samples.d.ts', default: './samples.js' },
    './schema/*': './schema/*',
    './package.json': './package.json',
  }
  if (JSON.stringify(manifest['exports']) === JSON.stringify(exports)) return text
  return `${JSON.stringify({ ...manifest, exports }, null, 2)}\n`
}
