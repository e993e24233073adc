import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '@tiaoli/engine'
import { describe, expect, test } from 'vitest'
import { isToBeChecked } from '@tiaoli/engine/plan'
import { compiledPack, readSample } from '../load-packs.ts'
import { emptyFolder, SAMPLE, tiaoli } from './tiaoli.ts'

const DAY = '2019-01-01'
const DOCUMENT = '《关于全面加强新时代全市律师行业党建工作的实施意见》'
const evaluate = (...flags: string[]) => tiaoli(['evaluate', 'ganzhou-2018-32', SAMPLE, '--as-of', DAY, ...flags])
const policy = compiledPack('ganzhou-2018-32')
const report = policy.evaluate(readSample(), { asOf: DAY, detail: 'findings' })

describe('evaluate', () => {
  test('gives the report of the library as JSON', async () => {
    const { out, code } = await evaluate('--json')
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(report)))
    expect(code).toBe(0)
  })

  test('tells people what is not met, by whom, why, and how many of each status there are', async () => {
    const { out } = await evaluate()
    const wrong = report.findings.filter(({ status }) => status === 'not_met')
    for (const { title, problem, reasons } of wrong) {
      expect(out).toContain(title.en)
      expect(out).toContain(`problem ${problem!.en}`)
      for (const { text } of reasons) expect(out).toContain(`because ${text.en}`)
    }
    const toCheck = wrong.filter(isToBeChecked).length
    expect(out).toMatch(new RegExp(`✗ not met +not_met +${wrong.length - toCheck}\\n`))
    expect(out).toMatch(new RegExp(`\\? to be checked +not_met +${toCheck}\\n`))
  })

  test('gives a reason once, though it bears on several parts of the requirement', async () => {
    const twice = report.findings.filter(
      ({ reasons }) => new Set(reasons.map(({ text }) => text.en)).size < reasons.length,
    )
    expect(twice).not.toEqual([])
    const statuses = new Set(twice.map(({ status }) => status))
    const { out } = await evaluate(...[...statuses].flatMap((status) => ['--status', status]))
    for (const { subject } of twice) expect(out).toContain(subject.id)
    expect(out).not.toMatch(/^( +because .+)\n\1$/m)
  })

  test('speaks Chinese where asked to, and quotes the clause', async () => {
    const { out } = await evaluate('--lang', 'zh', '--status', 'not_met')
    expect(out).toContain('不符合')
    const sentence =
      '律所主任是中共党员的应实行党组织书记、律所主任“一肩挑”，确有特殊情形不能“一肩挑”的，应书面报市律师行业党委同意；'
    expect(out).toContain(`§ ${DOCUMENT}三、（五）  ${sentence}`)
    expect(out).not.toContain('s3.5')
    expect(out).toContain('[待核]')
    expect(out).not.toContain('because')
  })

  test('calls only a breach a breach, in words and by its mark', async () => {
    const { out } = await evaluate('--lang', 'zh', '--status', 'not_met', '--status', 'met_late')
    const words = / {2}([^ ]) .* {2}(不符合 · 违反|未做到（|目标尚未实现|逾期完成（逾期)/
    const kinds = new Set(out.split('\n').flatMap((line) => words.exec(line)?.slice(1).join(' ') ?? []))
    expect([...kinds].toSorted()).toEqual(['△ 逾期完成（逾期', '○ 未做到（', '○ 目标尚未实现', '✗ 不符合 · 违反'])
    expect(out).not.toMatch(/· (建议|指标|提示|未达到力争目标)/)
    expect(out).toMatch(/✗ 不符合或未做到 +not_met +\d/)
  })

  test('asks what rests on nothing that anybody has seen, and calls nothing of it a breach', async () => {
    const { out } = await evaluate('--lang', 'zh', '--status', 'not_met')
    const asked = report.findings.filter(isToBeChecked)
    const lines = out.split('\n').filter((line) => asked.some(({ requirement }) => line.includes(`[${requirement}]`)))
    expect(lines).toHaveLength(asked.length)
    expect(lines).not.toEqual([])
    for (const line of lines) expect(line).toMatch(/^ {2}\? .* {2}待核（所依据的文件没有核对过原文）(?! · 违反)/)
  })

  test('heads what is missing, what is undecided and what contradicts itself with words of their own', async () => {
    const firm = { id: 'F1', establishedOn: '2010-03-05', closedOn: null, organization: null }
    const ledger = { counties: [{ firms: [{ ...firm, members: { full: 9, all: 4 } }] }] }
    const of = async (command: string, ...args: string[]) =>
      (
        await tiaoli([command, 'ganzhou-2018-32', '-', '--as-of', DAY, ...args], { input: JSON.stringify(ledger) })
      ).out.split('\n')
    const zh = await of('evaluate', '--status', 'unknown', '--lang', 'zh')
    const wrong = '“正式党员人数”应不超过“党员人数”。请核对台账。'
    expect(zh).toContain(`      矛盾 ${wrong} /counties/0/firms/0/members/full`)
    expect(zh.filter((line) => line.startsWith('      缺少') && line.includes('矛盾'))).toEqual([])
    expect(zh.filter((line) => line.startsWith('      待定'))).not.toEqual([])
    expect(zh.filter((line) => /^ +缺少 .+？$/.test(line))).toEqual([])
    const en = await of('evaluate', '--status', 'unknown')
    expect(en.join('\n')).toMatch(
      /\n {6}contradiction “number of full members” must be at most “number of Party members”\. Check the ledger\. \/counties/,
    )
    // What was given wrongly is put right first: no finding names it below what is missing.
    for (const [i, line] of en.entries())
      if (line.startsWith('      contradiction')) expect(en[i - 1]).not.toMatch(/^ {6}(missing|undecided) /)
    expect(await of('ask', '--lang', 'zh', '--limit', '99')).toContain(`     矛盾：${wrong}`)
  })

  test('tells what later law says, with where it says so, from its day on', async () => {
    const of = async (day: string) =>
      (
        await tiaoli(
          ['evaluate', 'ganzhou-2018-32', SAMPLE, '--as-of', day].concat([
            '--requirement',
            'charter-political-core',
            '--status',
            'not_met',
            '--lang',
            'zh',
          ]),
        )
      ).out
    expect(await of('2019-01-15')).toMatch(/\n {6}后来的规定 .+\n {8}§ 《律师事务所管理办法.+》第四条 \[待核\]\n/)
    expect(await of('2019-01-14')).not.toContain('后来的规定')
  })

  test('groups by requirement', async () => {
    const { out } = await evaluate('--by', 'requirement', '--status', 'not_met')
    const first = report.findings.find(({ status }) => status === 'not_met')
    const lines = out.split('\n')
    const heading = lines.indexOf(`${first!.title.en} [${first!.requirement}]`)
    expect(heading).toBeGreaterThan(0)
    const rest = lines.slice(heading + 1)
    const [bearer, finding] = rest.filter((line) => !line.startsWith('  §'))
    expect(bearer).toContain(`duty of: ${first!.dutyBearer.label.en}`)
    expect(finding).toContain(first!.subject.id)
  })

  test('heads a report with its document and the profile as people call them', async () => {
    const head = async (pack: string, ...flags: string[]) =>
      (await tiaoli(['evaluate', pack, '-', '--as-of', DAY, ...flags], { input: '{}' })).out.split('\n').slice(0, 2)
    expect(await head('ganzhou-2018-32', '--lang', 'zh')).toEqual([
      `${DOCUMENT}（赣市司党字[2018]32号）`,
      '评价日期：2019年1月1日，参数方案：按字面，规则版本：0.1.0',
    ])
    expect(await head('ganzhou-2018-32', '--profile', 'practice')).toContainEqual(
      expect.stringMatching(/^as of 2019-01-01, profile: [A-Z]/),
    )
    // It has no document of its own.
    const [title] = await head('party-organization-basics', '--lang', 'zh')
    expect(title).not.toContain('《')
  })

  test('names who has the duty and who supervises it', async () => {
    const { out } = await evaluate('--lang', 'zh', '--status', 'not_met', '--requirement', 'one-shoulder')
    expect(out).toContain('      责任主体：律所党组织（应当、要），监督主体：市律师行业党委\n')
  })

  test('names a record without an id by what it is in, its number and its person', async () => {
    const firm = { id: 'F001', memberLawyers: [{}, { person: 'M0131' }] }
    const input = JSON.stringify({ counties: [{ id: 'K1', firms: [firm] }] })
    const of = async (lang: string) =>
      (
        await tiaoli(
          [
            'evaluate',
            'ganzhou-2018-32',
            '-',
            '--as-of',
            DAY,
            '--scope',
            'member',
            '--status',
            'unknown',
            '--lang',
            lang,
          ],
          { input },
        )
      ).out
    const zh = await of('zh')
    expect(zh).toContain('律师事务所 F001 党员律师第1条 (/counties/0/firms/0/memberLawyers/0)')
    expect(zh).toContain('律师事务所 F001 党员律师 M0131（第2条） (/counties/0/firms/0/memberLawyers/1)')
    expect(await of('en')).toContain('law firm F001, member lawyer M0131 (no. 2) (')
  })

  test('keeps to one subject, by id or pointer, and suggests the id that was meant', async () => {
    const byId = JSON.parse((await evaluate('--json', '--subject', 'F036')).out) as Report<'findings'>
    expect(byId.findings).toEqual(
      JSON.parse(JSON.stringify(report.findings.filter(({ subject }) => subject.id === 'F036'))),
    )
    const { pointer } = byId.findings[0]!.subject
    expect((JSON.parse((await evaluate('--json', '--subject', pointer)).out) as Report).findings).toEqual(byId.findings)
    expect((await evaluate('--subject', 'f036')).err).toContain('Did you mean "F036"?')
    expect((await evaluate('--subject', 'F0366')).err).not.toContain('Did you mean')
  })

  test('counts what was asked for, for people and in JSON', async () => {
    const own = report.findings.filter(({ subject }) => subject.id === 'F027')
    const groups = Object.entries(Object.groupBy(own, ({ status }) => status))
    const counts = Object.fromEntries(groups.map(([status, { length }]) => [status, length]))
    const { summary } = JSON.parse((await evaluate('--json', '--subject', 'F027')).out) as Report
    expect(Object.fromEntries(Object.entries(summary).filter(([, count]) => count > 0))).toEqual(counts)
    const { out } = await evaluate('--subject', 'F027')
    const totals = [...out.slice(out.indexOf('Summary')).matchAll(/ (\w+) +(\d+)\n/g)]
    expect(Object.fromEntries(totals.map(([, status, count]) => [status, Number(count)]))).toEqual(counts)
  })

  test('keeps to several subjects, to a scope, or to a year', async () => {
    const findingsOf = async (...flags: string[]) =>
      (JSON.parse((await evaluate('--json', ...flags)).out) as Report<'findings'>).findings
    const subjects = (await findingsOf('--subject', 'F036', '--subject', 'F027')).map(({ subject }) => subject.id)
    expect(new Set(subjects)).toEqual(new Set(['F027', 'F036']))
    const scopes = (await findingsOf('--scope', 'county', '--scope', 'city')).map(({ subject }) => subject.scope)
    expect(new Set(scopes)).toEqual(new Set(['county', 'city']))
    const yearly = (await findingsOf('--period', '2017', '--not-in-force', '--subject', 'F036')).filter(
      ({ period }) => period !== undefined,
    )
    expect(yearly.length).toBeGreaterThan(0)
    for (const finding of yearly) expect(finding).toMatchObject({ period: 2017, notInForce: true })
  })

  test('says of a year asked for that no yearly requirement reaches it', async () => {
    const { out } = await evaluate('--period', '2018', '--period', '2019')
    expect(out).toContain('\nNo finding is about 2018: yearly requirements begin later,')
    expect(out).not.toContain('No finding is about 2019')
    expect((await evaluate('--period', '2019', '--status', 'exempted')).out).not.toContain('No finding is about')
    const asJson = JSON.parse((await evaluate('--json', '--period', '2018')).out) as object
    expect(asJson).toMatchObject({ notices: [{ code: 'no-finding-on-year' }] })
  })

  test('sets parameters, and says what is wrong with them', async () => {
    const { out } = await evaluate('--json', '--set', 'largeFirmLawyers=30', '--profile', 'practice')
    expect(JSON.parse(out)).toMatchObject({
      receipt: { profile: 'practice', parameters: { largeFirmLawyers: 30 } },
    })
    const refused = await evaluate('--set', 'largeFirmLawyer=30')
    expect(refused.code).toBe(2)
    expect(refused.err).toContain('--set largeFirmLawyer: ')
    expect(refused.err).toContain('Did you mean "largeFirmLawyers"?')
  })

  test('fails on what it is told to fail on, listed or not', async () => {
    expect((await evaluate('--fail-on', 'violation')).code).toBe(1)
    expect((await evaluate('--fail-on', 'violation', '--status', 'met')).code).toBe(1)
    expect((await evaluate('--fail-on', 'violation', '--requirement', 'official-account')).code).toBe(0)
  })

  test('reads standard input', async () => {
    const { out } = await tiaoli(['evaluate', 'ganzhou-2018-32', '-', '--as-of', DAY, '--json'], {
      input: readFileSync(SAMPLE, 'utf8'),
    })
    expect((JSON.parse(out) as Report).summary).toEqual(report.summary)
  })

  test('stops quietly where the reader stops', async () => {
    const { execFileSync } = await import('node:child_process')
    const bin = join(import.meta.dirname, '..', '..', 'packages', 'cli', 'src', 'bin.ts')
    const out = execFileSync(
      'sh',
      [
        '-c',
        `"${process.execPath}" "${bin}" evaluate ganzhou-2018-32 "${SAMPLE}" --as-of ${DAY} --json 2>&1 | head -c 100`,
      ],
      { encoding: 'utf8', cwd: join(import.meta.dirname, '..', '..') },
    )
    expect(out).toHaveLength(100)
    expect(out).not.toContain('EPIPE')
  })
})

describe('evaluate of NDJSON', () => {
  const { counties } = readSample() as { counties: { firms: { id: string; jointBranch?: unknown }[] }[] }
  const firms = counties.flatMap((county) => county.firms).filter(({ jointBranch }) => typeof jointBranch !== 'string')
  const file = join(emptyFolder(), 'firms.ndjson')
  writeFileSync(file, `${firms.map((firm) => JSON.stringify(firm)).join('\n')}\n`)
  const stream = (path: string, flags: string[], input?: string) =>
    tiaoli(
      ['evaluate', 'ganzhou-2018-32', path, '--as-of', DAY, '--records', 'firm', ...flags],
      input === undefined ? {} : { input },
    )

  test('gives a line of findings for each record, in order, and the end', async () => {
    const { out, code } = await stream(file, ['--ndjson'])
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(code).toBe(0)
    expect(lines.slice(0, -1).map(({ id }) => id)).toEqual(firms.map(({ id }) => id))
    expect(lines.at(-1)).toMatchObject({ end: { records: firms.length, invalid: 0 } })
  })

  test('finds of each record what the library finds', async () => {
    const { out } = await stream(file, ['--ndjson'])
    const each = policy.evaluateEach(firms, {
      asOf: DAY,
      scope: 'firm',
      detail: 'findings',
    })
    const expected = [...each].map(({ findings }) => JSON.parse(JSON.stringify(findings)) as unknown)
    const lines = out.trim().split('\n').slice(0, -1)
    expect(lines.map((line) => (JSON.parse(line) as { findings: unknown }).findings)).toEqual(expected)
  })

  test('prints the lines of the subjects asked for, and refuses at the end one that never came', async () => {
    const [first, second] = firms
    const asked = ['--ndjson', '--subject', second!.id, '--subject', `${first!.id}9`]
    const { out, err, code } = await stream('-', asked, `${JSON.stringify(first)}\n${JSON.stringify(second)}\n`)
    const ids = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id?: string }).id)
    expect([code, ids]).toEqual([2, [second!.id, undefined]])
    expect(err).toMatch(new RegExp(`^--subject ${first!.id}9: No record .*write a pointer\\.\\n$`))
  })

  test('counts in its summary as a report does: every status, even where no line could be read', async () => {
    const asked = ['--json', '--requirement', 'one-shoulder']
    const { out } = await stream(file, asked)
    const { summary, byRequirement } = JSON.parse(out) as { summary: Report['summary']; byRequirement: object }
    expect(Object.keys(summary)).toEqual(Object.keys(report.summary))
    const counted = Object.entries(summary).filter(([, count]) => count > 0)
    expect(counted.reduce((sum, [, count]) => sum + count, 0)).toBe(firms.length)
    expect(byRequirement).toEqual({ 'one-shoulder': Object.fromEntries(counted) })

    const unreadable = await stream('-', asked, '{"id": \n')
    expect(JSON.parse(unreadable.out)).toMatchObject({
      records: 1,
      invalid: 1,
      summary: Object.fromEntries(Object.keys(summary).map((status) => [status, 0])),
      byRequirement: {},
    })
    const lines = await stream(file, ['--ndjson', '--requirement', 'one-shoulder'])
    expect(JSON.parse(lines.out.trim().split('\n').at(-1)!)).toMatchObject({ end: { summary } })
  })

  test('finds nothing on records above that nobody gave', async () => {
    const { out } = await stream(file, ['--json'])
    const { findings } = JSON.parse(out) as { findings: { subject: { scope: string } }[] }
    expect(new Set(findings.map(({ subject }) => subject.scope))).toEqual(new Set(['city']))
  })

  test('tells a bad line with its number and goes on, with 3', async () => {
    const input = `${JSON.stringify(firms[0])}\n{"id": \n\n{"nam":"x"}\n${JSON.stringify(firms[1])}`
    const { out, err, code } = await stream('-', ['--ndjson'], input)
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.map(({ line }) => line)).toEqual([1, 2, 4, 5, undefined])
    expect(err).toContain('Line 2, column 7: /id The text ends here')
    expect(err).toContain('Line 4: /nam ')
    expect(code).toBe(3)
  })

  test('tells no totals where a line is not JSON: a record is missing from them', async () => {
    const lines = ['--ndjson', '--requirement', 'stage-one-coverage']
    const { out } = await stream('-', lines, `${JSON.stringify(firms[0])}\n{"id": \n`)
    const { end } = JSON.parse(out.trim().split('\n').at(-1)!) as { end: object }
    expect(end).toMatchObject({ records: 2, invalid: 1, findings: [] })
    expect(end).toMatchObject({
      notEvaluated: expect.arrayContaining([expect.objectContaining({ id: 'stage-one-coverage' })]),
    })
  })

  test('counts findings for people', async () => {
    const { out } = await stream(file, [])
    expect(out).toContain(`${firms.length} records.`)
    const each = policy.evaluateEach(firms, {
      asOf: DAY,
      scope: 'firm',
      detail: 'verdicts',
    })
    const notMet = [...each].flatMap(({ findings = [] }) =>
      findings.filter(({ requirement, status }) => requirement === 'one-shoulder' && status === 'not_met'),
    )
    expect(notMet.length).toBeGreaterThan(0)
    expect(out).toMatch(new RegExp(`\\none-shoulder +not met +${notMet.length}\\n`))
  })

  test('tells what does not agree: by line with --ndjson, counted with --json, else the first of it', async () => {
    const disagreeing = (count: number) =>
      Array.from({ length: count }, (_, i) => JSON.stringify({ id: `F${i}`, members: { full: 5, all: 3 } })).join('\n')
    const asked = ['--requirement', 'own-organization']
    const lines = await stream('-', [...asked, '--ndjson'], disagreeing(1))
    expect(JSON.parse(lines.out.split('\n')[0]!)).toMatchObject({ line: 1, conflicts: [{ check: 'bound' }] })
    const counted = await stream('-', [...asked, '--json'], disagreeing(22))
    expect(JSON.parse(counted.out)).toMatchObject({ conflicts: [], conflictsByCheck: { bound: 22 } })
    const { out } = await stream('-', [...asked, '--lang', 'en'], disagreeing(22))
    expect(out.match(/^Contradiction law firm F\d+ /gm)).toHaveLength(20)
    expect(out).toContain('2 more contradictions are not listed')
  })

  test('places each record where its line says, and refuses one that may belong to several', async () => {
    const around = join(emptyFolder(), 'around.json')
    writeFileSync(around, JSON.stringify({ counties: [{ level: 'cityDirect' }, { level: 'county' }] }))
    const firm = { id: 'F1', organization: { kind: 'branch', superior: 'countyBureau' } }
    const input = `${JSON.stringify({ within: '/counties/1', record: firm })}\n${JSON.stringify(firm)}\n`
    const { out, err, code } = await stream(
      '-',
      ['--ndjson', '--requirement', 'own-organization', '--context', around],
      input,
    )
    const [placed] = out.split('\n')
    expect(JSON.parse(placed!)).toMatchObject({ id: 'F1', findings: [{ subject: { pointer: '/counties/1/firms/0' } }] })
    expect(err).toContain('Line 2: /within ')
    expect(err).not.toContain('Line 1')
    expect(code).toBe(3)
  })

  test('reads standard input as records where it is told what they are', async () => {
    const { out, code } = await stream('-', [], `${JSON.stringify(firms[0])}\n${JSON.stringify(firms[1])}\n`)
    expect(code).toBe(0)
    expect(out).toContain('2 records.')
  })

  test('a line with within and no record is told so', async () => {
    const { err, code } = await stream('-', ['--lang', 'zh'], '{"within":"/counties/0"}\n{"id":"F1"}\n')
    expect(err).toContain('第 1 行：/record 写了 within 而没有写 record')
    expect(code).toBe(3)
  })

  test('asks which scope a line is', async () => {
    const { err, code } = await tiaoli(['evaluate', 'ganzhou-2018-32', file, '--as-of', DAY])
    expect(code).toBe(2)
    expect(err).toMatch(/Name the scope of the records with --records: .*\bfirm\b/)
  })
})
