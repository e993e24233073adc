import { expect, test } from 'vitest'
import { fileName, fileNames } from '../../../packages/office/src/papers/file-names.ts'

test('a name of a file has sixty letters at most', () => {
  expect(Array.from(fileName('所'.repeat(61)))).toHaveLength(60)
  expect(fileName('所'.repeat(60))).toBe('所'.repeat(60))
})

test.each([
  ['CON', 'CON-'],
  ['nul.2018', 'nul-.2018'],
  ['LPT1', 'LPT1-'],
  ['Contract', 'Contract'],
  ['COM所', 'COM所'],
  ['...', '-'],
  ['', '-'],
  [' a/b. ', 'a-b'],
])('%j is saved as %j, which every file system takes', (name, file) => {
  expect(fileName(name)).toBe(file)
})

test.each([
  [
    ['甲', '甲', '甲'],
    ['甲', '甲-2', '甲-3'],
  ],
  [
    ['Alpha', 'ALPHA'],
    ['Alpha', 'ALPHA-2'],
  ],
  [
    ['Café', 'Cafe\u0301'],
    ['Café', 'Cafe\u0301-2'],
  ],
])('files in one folder of which none is written over another: %j', (names, files) => {
  expect(fileNames(names)).toEqual(files)
})
