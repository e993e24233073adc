import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../../..')
/** As docs/papers.md says. */
const KB_MOST = 16

test.each(['problem-list', 'notices', 'supervision', 'statistics', 'registers'])(
  'the code of %s takes no more than the guide says, beside the engine',
  async (paper) => {
    const { outputFiles } = await build({
      entryPoints: [resolve(ROOT, `packages/office/src/papers/${paper}.ts`)],
      bundle: true,
      minify: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      external: ['@tiaoli/engine', '@tiaoli/engine/*'],
    })
    expect(gzipSync(outputFiles[0]!.contents).length).toBeLessThanOrEqual(1000 * KB_MOST)
  },
)
