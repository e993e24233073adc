import { basename, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'
import { expect, test } from 'vitest'
import { PAPER_KINDS } from '@tiaoli/office/papers'

const ROOT = resolve(import.meta.dirname, '../../..')
/** As docs/papers.md says. */
const KB_MOST = 19

const { outputFiles, metafile } = await build({
  entryPoints: [resolve(ROOT, 'packages/office/src/papers/paper-kinds.ts')],
  bundle: true,
  minify: true,
  write: false,
  // What is imported only when it is needed is a file of its own.
  splitting: true,
  metafile: true,
  outdir: ROOT,
  format: 'esm',
  platform: 'browser',
  external: ['@tiaoli/engine', '@tiaoli/engine/*'],
})
const [, kinds] = Object.entries(metafile.outputs).find(([path]) => basename(path) === 'paper-kinds.js')!
const makers = kinds.imports.flatMap(({ path, kind }) => (kind === 'dynamic-import' ? [basename(path)] : []))

test('every kind of paper is loaded by itself', () => {
  expect(makers).toHaveLength(PAPER_KINDS.length)
})

test.each(makers.map((maker) => [maker.replace(/-\w+\.js$/, ''), maker] as const))(
  'the code of %s takes no more than the guide says, beside the engine',
  (_, maker) => {
    const loaded = filesLoadedBy(maker, metafile.outputs)
    const contents = outputFiles.filter(({ path }) => loaded.has(basename(path))).map((file) => file.contents)
    expect(gzipSync(Buffer.concat(contents)).length).toBeLessThanOrEqual(1000 * KB_MOST)
  },
)

/** The names of a file and of those that it imports at once. */
function filesLoadedBy(name: string, outputs: Metafile['outputs'], loaded = new Set<string>()): Set<string> {
  const [, output] = Object.entries(outputs).find(([path]) => basename(path) === name) ?? []
  if (!output || loaded.has(name)) return loaded
  loaded.add(name)
  for (const { path, kind } of output.imports)
    if (kind === 'import-statement') filesLoadedBy(basename(path), outputs, loaded)
  return loaded
}
