import { expect, test } from 'vitest'
import { PACK_LIMITS } from '../../workers/api/src/limits/pack-limits.ts'
import { utf8Length } from '../../workers/api/src/registry/pack-files.ts'
import { packIds } from '../../scripts/read-pack.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const RULES = join(import.meta.dirname, '../../rules')

/** A draft of a pack that has no room left can be neither saved nor published. */
test.each(packIds())('drafts of %s have a fifth of each bound left', (id) => {
  const folder = join(RULES, id)
  const sizes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .map((path) => ({ path, bytes: utf8Length(readFileSync(join(folder, path), 'utf8')) }))
  const total = (some: typeof sizes) => some.reduce((sum, { bytes }) => sum + bytes, 0)
  const used = {
    fileBytes: Math.max(...sizes.map(({ bytes }) => bytes)),
    ruleBytes: total(sizes.filter(({ path }) => !/^(?:cases|samples)\//.test(path))),
    packBytes: total(sizes),
    files: sizes.length,
  }
  for (const [bound, most] of Object.entries(PACK_LIMITS))
    expect(used[bound as keyof typeof used], bound).toBeLessThan(0.8 * most)
})
