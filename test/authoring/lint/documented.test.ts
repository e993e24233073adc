import { LINTS } from '@tiaoli/authoring'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('every lint has its line in the description of the format, and no other', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/pack-format.md'), 'utf8')
  const table = text.slice(text.indexOf('| code')).split('\n\n')[0]!
  const codes = table
    .split('\n')
    .flatMap((row) => [...row.split('|')[1]!.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code))
  expect(new Set(codes)).toEqual(new Set(Object.keys(LINTS)))
})
