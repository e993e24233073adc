import { paperFile, type PaperSet } from '@tiaoli/office/papers'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'

const paper = (name: string) => ({ name, type: 'application/pdf', bytes: Uint8Array.of(1, 2, 3) })
const remark = { zh: '依据待核。', en: 'To be verified.' }
const filesIn = (set: PaperSet) => {
  const { name, type, bytes } = paperFile('notices', set, 'zh')
  expect([name, type]).toEqual(['整改通知书.zip', 'application/zip'])
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([file, part]) => [file, strFromU8(part)]))
}

test('one paper is its own file', () => {
  expect(paperFile('notices', { papers: [paper('甲.pdf')], remarks: [] }, 'zh')).toEqual(paper('甲.pdf'))
})

test('several papers are a zip file, the same for the same papers', () => {
  const set = { papers: [paper('甲.pdf'), paper('乙.pdf')], remarks: [] }
  expect(filesIn(set)).toEqual({ '甲.pdf': '\u0001\u0002\u0003', '乙.pdf': '\u0001\u0002\u0003' })
  expect(paperFile('notices', set, 'zh')).toEqual(paperFile('notices', set, 'zh'))
})

test('what is to remark is beside the papers, also where there are none', () => {
  expect(Object.keys(filesIn({ papers: [paper('甲.pdf')], remarks: [remark] }))).toEqual(['甲.pdf', '说明.txt'])
  expect(filesIn({ papers: [], remarks: [remark] })).toEqual({ '说明.txt': '依据待核。\r\n' })
  expect(paperFile('notices', { papers: [], remarks: [remark] }, 'en').name).toBe('Notices.zip')
})
