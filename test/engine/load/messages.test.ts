import { loadPack } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf } from '../../support/diagnose.ts'
import { dated, requirement, toyFiles, words } from '../../support/toy-pack.ts'

describe('what does not fit the format', () => {
  it.each([
    ['null for an object', { bodies: null }, '应为对象 { … }', 'expected an object { … }'],
    ['a text for a list', { uses: 'x' }, '应为列表 [ … ]', 'expected a list [ … ]'],
    ['a number for a text', { version: 5 }, '应为文本 "…"', 'expected a text "…"'],
  ])('is named in words: %s', (_, pack, zh, en) => {
    expect(diagnosticsOf({ parts: { pack } }).diagnostics.map(({ message }) => message)).toContainEqual({
      zh: `此处的写法不符合格式：${zh}。`,
      en: `This does not fit the format: ${en}.`,
    })
  })
})

describe('a value outside its bounds', () => {
  const parameter = (bounds: object) => ({
    parameters: { least: { type: 'integer', label: words('下限', 'least'), values: [dated(5)], ...bounds } },
  })

  it.each([
    [{ min: 6 }, '不小于 6', 'at least 6'],
    [{ max: 4 }, '不大于 4', 'at most 4'],
    [{ min: 6, max: 8 }, '不小于 6、不大于 8', 'at least 6 and at most 8'],
  ])('is told those that there are: %j', (bounds, zh, en) => {
    const { diagnostics } = diagnosticsOf({ parts: parameter(bounds) })
    expect(diagnostics.map(({ message }) => message)).toEqual([
      { zh: `类型不符：取值应${zh}。`, en: `Type mismatch: the value must be ${en}.` },
    ])
  })
})

it('two values of a parameter without a first day are told in words', () => {
  const parts = {
    parameters: { least: { type: 'integer', label: words('下限', 'least'), values: [dated(5), dated(6)] } },
  }
  const [overlap] = diagnosticsOf({ parts }).diagnostics
  expect(overlap?.message.zh).toMatch(/^从一开始参数就有两个值。/)
  expect(overlap?.message.en).toMatch(/^The parameter has two values from the beginning on\./)
})

it('a type that is expected is named in Chinese', () => {
  const { diagnostics } = diagnosticsOf({
    parts: { requirements: [requirement({ due: 'kitchen.seats', requires: { condition: 'kitchen.licensed' } })] },
  })
  expect(diagnostics.map(({ message }) => message.zh)).toEqual(['类型不符：此处应为日期 date。'])
})

it('a file without contents is missing, by its name', () => {
  const { diagnostics } = loadPack({ files: { ...toyFiles({}), 'facts.json': undefined } })
  expect(diagnostics.map(({ file, message }) => [file, message.en])).toEqual([
    ['facts.json', 'The pack has no facts.json. Add it.'],
  ])
})
