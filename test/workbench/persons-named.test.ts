import { expect, test } from 'vitest'
import { UnitNames } from '../../packages/office/src/papers/unit-names.ts'
import { subjectName } from '../../packages/workbench/src/parts/name-of.ts'
import { zh } from '../../packages/workbench/src/words/zh.ts'
import { city } from '../office/papers/sample-papers.ts'

const firm = { id: 'F001', memberLawyers: [{ person: 'M0001' }, { person: 'M0002' }] }
const ledger = { counties: [{ id: 'K01', firms: [firm] }] }
const names = { F001: '江西明远律师事务所', M0001: '张三' }
const { findings } = city.evaluate(ledger, { asOf: '2019-06-30', scopes: ['member'] })
const subjects = [...new Map(findings.map(({ subject }) => [subject.pointer, subject])).values()]

test('a person is called by the name that is given beside the ledger, on papers and on the page, else by the place', () => {
  const units = new UnitNames({ policy: city, ledger, names, language: 'zh' })
  const called = subjects.map((subject) => units.unitOf(subject))
  expect(called.map(({ name }) => name)).toEqual([
    '江西明远律师事务所（党员律师张三）',
    '江西明远律师事务所（党员律师2）',
  ])
  expect(called.map(({ sent, isBlank }) => [sent, isBlank])).toEqual([
    ['江西明远律师事务所（党员律师张三）', false],
    ['江西明远律师事务所（党员律师：　　　　）', true],
  ])
  expect(subjects.map((subject) => subjectName(subject, names, zh, () => undefined))).toEqual([
    '江西明远律师事务所 张三',
    '江西明远律师事务所 第2项',
  ])
})
