import { basename, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../../..')
/** As docs/papers.md says. */
const KB_MOST = 18

test.each(['problem-list', 'notices', 'supervision', 'statistics', 'registers'])(
  'the code of %s takes no more than the guide says, beside the engine',
  async (paper) => {
    const { outputFiles, metafile } = await build({
      entryPoints: [resolve(ROOT, `packages/office/src/papers/${paper}.ts`)],
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
    const loaded = filesLoadedBy(`${paper}.js`, metafile.outputs)
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
