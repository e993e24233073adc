import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PAPER_KINDS, paperTitle } from '@tiaoli/office/papers'
import { describe, expect, it } from 'vitest'
import { en } from '../../packages/cli/src/texts/en.ts'
import { zh } from '../../packages/cli/src/texts/zh.ts'

const guide = readFileSync(join(import.meta.dirname, '../../docs/papers.md'), 'utf8')

it('the guide to papers has a row for each kind, in their order', () => {
  const [table = ''] = guide.split('```')
  expect([...table.matchAll(/^\| `(\w+)`/gm)].map(([, kind]) => kind)).toEqual(PAPER_KINDS)
})

describe.each(Object.entries({ zh, en }))('the command line in %s', (_, texts) => {
  it.each(PAPER_KINDS)('offers %s in the help and in the summary', (kind) => {
    const title = paperTitle(kind)[texts === zh ? 'zh' : 'en'].toLowerCase()
    expect(texts.args.kind).toMatch(new RegExp(`\\b${kind}\\b`))
    expect(texts.commands.papers.toLowerCase()).toContain(title)
  })
})
