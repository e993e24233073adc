import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { WORKBOOK_ENDINGS } from '@tiaoli/office/endings'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const endingsIn = (text: string) => [...new Set(text.match(/\.(?:[a-z]{2,4})\b/g))].sort()

it.each([
  ['docs/cli.md', /^Makes a ledger of workbooks \((.*?)\)/m],
  ['README.md', /^- `packages\/office`: workbooks \((.*?)\)/m],
  ['README.zh-CN.md', /^- `packages\/office`：把工作簿（(.*?)）/m],
])('%s says of which endings workbooks are', (path, list) => {
  const [, text = ''] = list.exec(readFileSync(join(ROOT, path), 'utf8')) ?? []
  expect(endingsIn(text)).toEqual([...WORKBOOK_ENDINGS].sort())
})
