import { describe, expect, it } from 'vitest'
import { loadPack } from '@tiaoli/engine'
import { toyText } from '../../support/toy-pack.ts'

/** What is said of a text that is no JSON: place, Chinese, English. */
function said(text: string) {
  const { diagnostics } = loadPack({ files: { ...toyText(), 'clauses.json': text } })
  const found = diagnostics.find(({ code }) => code === 'invalid-json')
  return found && `${found.line}:${found.column} ${found.message.zh} ${found.message.en}`
}

describe('of a text that is no JSON it is said, at its place and in both languages,', () => {
  it.each([
    ['that a comma is missing', '{\n "a": 1\n "b": 2 }', '3:2', '请在第 2 行末尾加上 ,', 'Put , at the end of line 2'],
    ['that a comma is missing in a list', '["a" "b"]', '1:6', '请在此处之前加上 ,', 'Put , before this'],
    ['that a colon is missing', '{ "a" 1 }', '1:7', '缺少冒号', 'A colon is missing'],
    ['that a comma is one too many', '{\n "a": 1,\n}', '2:8', '最后一项之后多了逗号', 'comma after the last entry'],
    ['that a quotation mark is Chinese', '{ “a”: 1 }', '1:3', '是中文引号', 'is a Chinese quotation mark'],
    ['that a quotation mark is single', "{ 'a': 1 }", '1:3', '是单引号', 'is a single quotation mark'],
    ['that a comma is Chinese', '{ "a": 1，"b": 2 }', '1:9', '请改用英文的 ,', 'Write , instead'],
    ['that a colon is Chinese', '{ "a"：1 }', '1:6', '请改用英文的 :', 'Write : instead'],
    ['that a bracket is full-width', '{ "a": ［1] }', '1:8', '全角括号', 'full-width bracket'],
    ['that something is not closed', '{ "a": [1', '1:10', '没有配对', 'closed'],
    ['that a bracket has no other', '{ "a": 1 ] }', '1:10', '括号是否配对', 'brackets before it match'],
    ['that comments have no place in it', '{ // a\n}', '1:3', '不能写注释', 'no comments'],
    ['that words stand in quotation marks', '{ "a": yes }', '1:8', '不是 JSON 的值', 'no JSON value'],
  ])('%s', (_, text, place, zh, en) => {
    expect(said(text)).toMatch(new RegExp(`^${place} `))
    expect(said(text)).toContain(zh)
    expect(said(text)).toContain(en)
    expect(said(text)).not.toMatch(/Unexpected|token/i)
  })
})
