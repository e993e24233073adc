import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compiledPack } from '../load-packs.ts'

const { plan } = compiledPack('ganzhou-2018-32')
const clauses = [...plan.clauses.values()].filter(({ document }) => document.id === 'ganzhou-2018-32')

it('the 104 clauses, joined, are the document word for word', () => {
  const source = readFileSync(
    join(import.meta.dirname, '../../rules/ganzhou-2018-32/documents/ganzhou-2018-32/source.zh.txt'),
    'utf8',
  )
  expect(clauses).toHaveLength(104)
  expect(
    clauses
      .map(({ text }) => text.zh)
      .join('')
      .replace(/\s/g, ''),
  ).toBe(source.replace(/\s/g, ''))
})

it('the place of every clause is where the numbering of the document has it', () => {
  const source = readFileSync(
    join(import.meta.dirname, '../../rules/ganzhou-2018-32/documents/ganzhou-2018-32/source.zh.txt'),
    'utf8',
  )
  const words = (text: string) => text.replace(/\s/g, '')
  const start = source.indexOf('一、指导思想')
  const signs = [
    ...source.slice(start).matchAll(/^(?<part>[一二三四]、\S+)|^(?<item>（[一二三四五六]）)|^(?<stage>第.阶段)，/gmu),
  ].map(({ index, groups = {} }) => {
    const { part, item, stage } = groups
    return { at: words(source.slice(0, start + index)).length, part, below: item ?? stage }
  })
  let at = 0
  const numbered = clauses.flatMap(({ place, text: { zh } }) => {
    const reached = signs.filter((sign) => sign.at <= at)
    at += words(zh).length
    const part = reached.findLast((sign) => sign.part !== undefined)?.part
    const below = reached.at(-1)?.below
    return part === undefined ? [] : [[place?.zh, below === undefined ? part : `${part[0]}、${below}`]]
  })
  expect(numbered).toHaveLength(95)
  for (const [place, expected] of numbered) expect(place).toBe(expected)
})

it('the English of a place names the same part and item', () => {
  const digits = (text: string) => text.replace(/[一二三四五六]/gu, (sign) => String('一二三四五六'.indexOf(sign) + 1))
  const numbers = (text: string) => digits(text).match(/\d/g) ?? []
  for (const { place } of clauses) expect(numbers(place!.en)).toEqual(numbers(place!.zh))
})

it('the sentence of every clause is in the document and holds the clause', () => {
  const source = readFileSync(
    join(import.meta.dirname, '../../rules/ganzhou-2018-32/documents/ganzhou-2018-32/source.zh.txt'),
    'utf8',
  ).replace(/\s/g, '')
  for (const {
    text: { zh },
    sentence,
  } of clauses) {
    expect(sentence.zh).toContain(zh)
    expect(source).toContain(sentence.zh.replace(/\s/g, ''))
    expect(sentence.zh).not.toMatch(/[，、]$/u)
  }
})

it('every clause that is not to be tested says why no requirement encodes it', () => {
  const untested = clauses.filter(({ testability }) => testability === 'none')
  const cited = new Set(plan.requirements.flatMap(({ entry }) => entry.clauses ?? []))
  expect(untested.filter(({ id, notEncoded }) => !notEncoded && !cited.has(id)).map(({ id }) => id)).toEqual([])
})

it('a parameter that the text leaves open asks its question', () => {
  const open = [...plan.parameters.values()].filter(({ entry }) => entry.values.length === 0)
  expect(open.length).toBeGreaterThan(0)
  expect(open.filter(({ entry }) => !entry.question).map(({ name }) => name)).toEqual([])
})
