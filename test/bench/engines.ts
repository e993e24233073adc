import { agree } from './contestants/agree.ts'
import type { Contestant, Engine, SetUp } from './contestants/contestant.ts'
import { jsonLogicEngine, jsonLogicJs } from './contestants/json-logic.ts'
import { jsonRulesEngine } from './contestants/json-rules-engine.ts'
import { plainTypeScript } from './contestants/plain-typescript.ts'
import { tiaoli } from './contestants/tiaoli.ts'
import { zenEngine } from './contestants/zen-engine.ts'
import { measure } from './measure.ts'
import { short, times, type PartReport, type Plot, type Table } from './report/part.ts'
import { ganzhouWorkload } from './workload/ganzhou.ts'
import { thirtyRulesWorkload } from './workload/thirty-rules.ts'
import { verdictsOf, type Workload } from './workload/workload.ts'

const SET_UPS: SetUp[] = [tiaoli, plainTypeScript, jsonLogicEngine, jsonLogicJs, zenEngine, jsonRulesEngine]

interface Row {
  name: string
  engine: Engine
  output: Contestant['output']
  /** One verdict, in nanoseconds. */
  nanoseconds: number
}

/** The same questions put to every engine, after they were shown to give the same answers. */
export async function measurePart(): Promise<PartReport> {
  const results: { workload: Workload; rows: Row[] }[] = []
  for (const workload of [ganzhouWorkload(), thirtyRulesWorkload()]) {
    const contestants = (await Promise.all(SET_UPS.map((setUp) => setUp(workload)))).flat()
    await agree(workload, contestants)
    const medians = await measure(contestants)
    results.push({
      workload,
      rows: contestants.map(({ name, engine, output }, i) => ({
        name,
        engine,
        output,
        nanoseconds: (medians[i]! * 1e6) / verdictsOf(workload),
      })),
    })
  }
  return {
    title: 'Against other engines',
    text: [
      `Two sets of rules. The ${rulesIn(results[0]!.workload)} policy requirements are those of the Ganzhou pack, and of the pack it uses, on the city, its firms and its joint branches that can be met or not (calculations, and those on counties, transfers and single members, are left out), on the sample city as of 2021-01-01; the 30 rules are bare conditions on 200 kitchens. First every engine is shown to give the same answer to every rule on every record, else nothing is measured.`,
      'The other engines know no unknowns, so every blank of the sample city is filled in. They know no dated parameters, due dates or formulas either: those, and every named condition, are computed for them beforehand and handed over in one flat record, dates as numbers. Tiaoli starts from the parsed ledger, as its callers do: reading and checking it and computing the derived facts are part of its time and not of theirs.',
      'Each engine in the set-up that suits it best, rules loaded and compiled beforehand; where two suggest themselves, both are shown. json-rules-engine is asked only whether a rule is violated, not for the status; it always returns how each condition came out, so it stands against traces too. json-logic has no trace. Plain TypeScript is a function a rule: the thirty rules by hand, those of the policy written out from the rules. Tiaoli and plain TypeScript list a verdict object (requirement, subject, status) for each rule and record, and making it takes about as long as deciding; the others list bare statuses, or violations alone. "Violations listed" counts the rest without listing them.',
    ],
    tables: results.flatMap(({ workload, rows }) => [
      { title: `${workload.name}: ${short(verdictsOf(workload))} verdicts a pass`, table: speedTable(rows) },
      { title: `${workload.name}: targets`, table: targetTable(rows) },
    ]),
    plots: results.map(({ workload, rows }) => plotOf(workload, rows)),
    data: results.map(({ workload, rows }) => ({ workload: workload.name, verdicts: verdictsOf(workload), rows })),
  }
}

function rulesIn({ sets }: Workload): number {
  return sets.reduce((sum, { rules }) => sum + rules.length, 0)
}

function baseOf(rows: readonly Row[]): number {
  return rows[0]!.nanoseconds
}

function speedTable(rows: readonly Row[]): Table {
  return {
    heading: ['engine and set-up', 'output', 'ns a verdict', 'verdicts / s', 'time, verdicts = 1'],
    rows: rows.map(({ name, output, nanoseconds }) => [
      name,
      output,
      short(nanoseconds),
      short(1e9 / nanoseconds),
      times(nanoseconds / baseOf(rows)),
    ]),
  }
}

/** The fastest row of an engine for an output; a trace is more than verdicts, so it counts for those too where alone. */
function fastest(rows: readonly Row[], engine: Engine, output?: Contestant['output']): number {
  const own = rows.filter((row) => row.engine === engine && (output === undefined || row.output === output))
  return Math.min(...own.map(({ nanoseconds }) => nanoseconds))
}

function targetTable(rows: readonly Row[]): Table {
  const verdicts = baseOf(rows)
  const violations = rows.find(({ name }) => name.includes('violations'))!.nanoseconds
  const trace = fastest(rows, 'tiaoli', 'trace')
  const against = (engine: Engine, target: string) => [
    `verdicts: times as fast as ${engine}`,
    times(fastest(rows, engine) / verdicts),
    times(fastest(rows, engine) / violations),
    target,
  ]
  return {
    heading: ['ratio to the fastest set-up of each', 'verdicts', 'violations listed', 'target'],
    rows: [
      against('json-rules-engine', '500 ×'),
      against('@gorules/zen-engine', '100 ×'),
      against('json-logic-js', '–'),
      against('json-logic-engine', '1 ×'),
      against('plain TypeScript', '0.33 ×'),
      [
        'findings with trace: times as fast as json-rules-engine',
        '',
        times(fastest(rows, 'json-rules-engine') / trace),
        '–',
      ],
      [
        'findings with trace: times as fast as @gorules/zen-engine with its trace on',
        '',
        times(fastest(rows, '@gorules/zen-engine', 'trace') / trace),
        '–',
      ],
    ],
  }
}

function plotOf({ name }: Workload, rows: readonly Row[]): Plot {
  return {
    file: `engines-${name.replaceAll(' ', '-')}`,
    title: `${name}: nanoseconds a verdict`,
    x: 'ns a verdict (logarithmic; less is better)',
    y: '',
    bars: rows.map((row) => ({ name: row.name, value: row.nanoseconds })),
  }
}
