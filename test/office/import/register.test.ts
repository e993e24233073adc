import { beforeAll, describe, expect, test } from 'vitest'
import type { ImportResult } from '@tiaoli/office/import'
import { briefly, city, firmsIn, importedFiles, REGISTER, ROSTER } from './imported.ts'

let register: ImportResult
beforeAll(async () => void (register = await importedFiles([REGISTER])))

const PERSONS = ['陈某', '刘某', '周某', '李某', '市司法局钟某', '区司法局刘某', '郭某', '廖某']

describe('a quarterly register', () => {
  test('becomes a ledger, each value as the cell shows it', () => {
    expect(firmsIn(register).get('江西正衡律师事务所')).toEqual({
      id: 'firm-2',
      name: '江西正衡律师事务所',
      director: { partyStatus: 'full' },
      establishedOn: '2011-05-18',
      closedOn: null,
      isBranchOffice: false,
      lawyers: 32,
      staff: 40,
      members: { all: 11, probationary: 1, untransferred: 1 },
      memberLawyerCount: 10,
      jointBranch: null,
      organization: {
        id: 'organization-2',
        kind: 'branch',
        establishedOn: '2014-09',
        committeeMembers: 3,
      },
      secretary: { isPartner: true },
      venue: { value: true, attestedOn: '2026-09-30', attestedBy: 'city-committee' },
      charter: { partyBuilding: { value: true, attestedOn: '2026-09-30', attestedBy: 'city-committee' } },
      years: {
        2025: { spend: 8_000_000, debriefings: [{ deliveredOn: '2025-12-28' }] },
      },
    })
  })

  test('has the counties, and the branches to which several firms belong', () => {
    const { ledger } = register
    const counties = ledger['counties'] as { name: string; level: string; firms: unknown[] }[]
    expect(counties.map(({ name, level, firms }) => [name, level, firms.length])).toEqual([
      ['市直', 'cityDirect', 5],
      ['章贡区', 'county', 6],
      ['南康区', 'county', 3],
    ])
    const firms = firmsIn(register)
    expect(ledger['jointBranches']).toEqual([
      { id: 'jointBranch-1', name: '市直律师第一联合党支部', otherUnitsFrom: true },
      {
        id: 'jointBranch-2',
        name: '章贡区律师第一联合支部',
        establishedOn: '2019-03',
        secretary: { isPrincipalManager: true },
      },
    ])
    for (const name of ['江西虔城律师事务所', '江西阳明路律师事务所'])
      expect(firms.get(name)).toMatchObject({ jointBranch: 'jointBranch-2', organization: null })
  })

  test('says nothing of what a cell leaves open', () => {
    const firms = firmsIn(register)
    expect(firms.get('江西海纳律师事务所')).not.toHaveProperty('years.2025.spend')
    expect(firms.get('江西楚天（赣州）律师事务所')).not.toHaveProperty('venue')
    expect(firms.get('江西贡江律师事务所')).not.toHaveProperty('members')
    expect(firms.get('江西新里程律师事务所')).toMatchObject({ instructors: [{ to: null, from: '2022-01' }] })
  })

  test('takes a firm for open unless a cell of its row says otherwise', () => {
    const firms = firmsIn(register)
    expect(firms.get('江西明远律师事务所')).toMatchObject({ closedOn: null })
    expect(firms.get('江西镜坝律师事务所')).toMatchObject({ closedOn: '2026-05' })
  })

  test('lists every cell that somebody has to look at, and every row and sheet that is not read', () => {
    expect(register.notes.map(briefly).sort()).toEqual(
      [
        '汇总表 no-ledger',
        'Sheet5 sheet-empty',
        '上季度（勿删） sheet-hidden',
        '市直 A11 row-skipped',
        '市直 A12 row-skipped',
        '市直 J10 contradiction',
        '市直 J7 counts-others',
        '市直 L10 contradiction',
        '章贡区 J8 counts-others',
        '章贡区 W11 not-understood',
        '市直 D7 masked-name',
        '市直 V7 masked-name',
        '市直 V8 masked-name',
        '市直 X7 remark',
        '市直 X7 remark-not-understood',
        '市直 AI7 remark',
        '市直 AI7 remark-not-understood',
        '市直 AB8 not-understood',
        '市直 AI8 remark',
        '市直 F9 serial-date 2021-11-08',
        '市直 Z9 not-understood',
        '市直 AD10 approximate 3万',
        '市直 AI10 remark',
        '章贡区 J10 remark',
        '章贡区 A12 row-skipped',
        '章贡区 A13 row-skipped',
        '章贡区 AI7 remark',
        '章贡区 AI7 remark-not-understood',
        '章贡区 AI8 remark',
        '章贡区 AI10 remark',
        '南康区 A9 row-skipped',
        '南康区 A10 row-skipped',
        '南康区 AI7 remark',
        '南康区 C8 remark-not-understood',
        // The remark says of two members what the column says of none.
        '南康区 J7 counts-others',
        '南康区 M7 contradiction',
        '市直 AG6 year-unclear',
        '市直 AG7 year-unclear',
        '市直 AG10 year-unclear',
        '章贡区 AG6 year-unclear',
        '章贡区 AG7 year-unclear',
        '章贡区 AG11 year-unclear',
        '南康区 AG6 year-unclear',
        '南康区 AG7 year-unclear',
      ].sort(),
    )
  })

  test('has the columns of each sheet, with what each gives or why it gives nothing', () => {
    const columns = register.columns.filter(({ place }) => place.sheet === '市直')
    expect(columns).toHaveLength(35)
    expect(columns.filter(({ use }) => use === 'not-usable').map(({ place }) => place.cell)).toEqual([
      'A3',
      'AE4',
      'AH4',
    ])
    expect(columns.find(({ place }) => place.cell === 'S4')).toMatchObject({
      heading: '党组织设置情况／成立时间',
      gives: ['firm.organization.establishedOn', 'jointBranch.establishedOn'],
    })
  })

  test('tells the cell of each value', () => {
    const at = (pointer: string) => register.provenance.find((one) => one.pointer === pointer)
    expect(at('/counties/1/firms/1/lawyers')).toEqual({
      pointer: '/counties/1/firms/1/lawyers',
      file: REGISTER,
      sheet: '章贡区',
      cell: 'H7',
    })
    expect(at('/counties/0/firms/1/years/2025/debriefings/0/deliveredOn')).toMatchObject({ cell: 'AF7' })
  })

  test('is evaluated as it is, and decides more than was decided by hand', () => {
    const { findings } = city.evaluate(register.ledger, { asOf: '2026-09-30' })
    const firms = findings.filter(
      ({ subject, status }) => subject.pointer.includes('/firms/') && status !== 'not_applicable',
    )
    const decided = firms.filter(({ status }) => status !== 'unknown')
    expect([decided.length, firms.length]).toEqual([84, 391])
  })

  test('names persons nowhere but in the table of persons', () => {
    const { persons, ...rest } = register
    expect(Object.values(persons)).toEqual(expect.arrayContaining(['陈某', '廖某']))
    for (const name of PERSONS) expect(JSON.stringify(rest)).not.toContain(name)
  })

  test('has one person in a row where it says 一肩挑, and another in other rows; who else is who, masked names do not say', () => {
    expect(firmsIn(register).get('江西明远律师事务所')).toMatchObject({
      director: { id: 'person-1' },
      secretary: { id: 'person-1' },
    })
    expect(new Set(Object.keys(register.persons)).size).toBe(8)
  })

  test('keeps the ids that are known from an earlier one', async () => {
    const again = await importedFiles([REGISTER], {
      names: { F002: '江西正衡律师事务所', 'firm-1': '江西三江律师事务所' },
    })
    const ids = [...firmsIn(again)].map(([name, { id }]) => `${name} ${String(id)}`)
    expect(ids).toContain('江西正衡律师事务所 F002')
    expect(ids).toContain('江西三江律师事务所 firm-1')
    expect(new Set(ids.map((line) => line.split(' ')[1])).size).toBe(14)
  })
})

describe('a roster', () => {
  test('is counted by branch, and nothing of a person is kept', async () => {
    const roster = await importedFiles([ROSTER])
    const counts = [...firmsIn(roster)].map(([name, { members, memberLawyerCount }]) => [
      name,
      members,
      memberLawyerCount,
    ])
    expect(counts).toEqual([
      ['江西明远律师事务所', { all: 3, full: 2, probationary: 1 }, 2],
      ['江西正衡律师事务所', { all: 2, full: 2, probationary: 0 }, 2],
    ])
    expect(roster.persons).toEqual({})
    const told = JSON.stringify(roster)
    for (const word of ['陈某', '林某', '360700', '1390797', '1972', '患病', '上犹']) expect(told).not.toContain(word)
  })

  test('lists the rows that do not count', async () => {
    const { notes } = await importedFiles([ROSTER])
    expect(notes.map(({ code, place }) => `${code} ${String(place.cell)}`)).toEqual([
      'row-skipped A10',
      'record-made K3',
      'remark Q5',
      'record-made K6',
      'remark Q7',
      'row-not-counted K8',
      'row-not-counted K9',
    ])
  })

  test('contradicts a register that has other numbers, and neither stands in the ledger', async () => {
    const both = await importedFiles([ROSTER, REGISTER])
    expect(firmsIn(both).get('江西明远律师事务所')).not.toHaveProperty('members.all')
    const told = both.notes.filter(({ code }) => code === 'contradiction')
    expect(told.map(({ place, other }) => [place.cell, other?.cell])).toContainEqual(['K3:K5', 'J6'])
    expect(() => city.evaluate(both.ledger, { asOf: '2026-09-30' })).not.toThrow()
  })
})

describe('an import', () => {
  test('tells how many tables are done', async () => {
    const said: unknown[] = []
    await importedFiles([REGISTER, ROSTER], { onProgress: (progress) => said.push(progress) })
    expect(said).toEqual([1, 2, 3, 4].map((done) => ({ done, total: 4 })))
  })

  test('stops between tables, with the reason of the signal', async () => {
    const stop = new AbortController()
    const said: unknown[] = []
    const importing = importedFiles([REGISTER, ROSTER], {
      signal: stop.signal,
      onProgress: (progress) => {
        said.push(progress)
        stop.abort(new Error('closed'))
      },
    })
    await expect(importing).rejects.toThrow('closed')
    expect(said).toHaveLength(1)
  })
})
