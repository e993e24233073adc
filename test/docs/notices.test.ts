import { NOTICE_CODES } from '@tiaoli/engine/names'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('the guide to the library has every code of a notice, and no other', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../docs/library.md'), 'utf8')
  const row = guide.split('\n').find((line) => line.startsWith('| `notices`'))!
  const codes = [...row.matchAll(/`([a-z-]+)` \(/g)].map(([, code]) => code)
  expect(new Set(codes)).toEqual(new Set(NOTICE_CODES))
})
