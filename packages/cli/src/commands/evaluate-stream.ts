import { statSync } from 'node:fs'
import {
  type EachEnd,
  type EachResult,
  type Finding,
  type PlacedRecord,
  type Plan,
  type RecordStreamOptions,
  type Status,
  type Verdict,
  placedRecord,
  RecordStream,
  STATUS_WORDS,
  UnreadableRecord,
} from '@tiaoli/engine'
import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'
import { asRefusal, LedgerFile } from '../input/ledger.ts'
import { optionsOf } from '../input/options.ts'
import { requirementsOf } from '../input/requirements.ts'
import { readLines } from '../input/read-lines.ts'
import { compilePack } from '../packs/pack-faults.ts'
import type { PackOnDisk } from '../packs/pack-on-disk.ts'
import { failsOn } from '../render/fail-on.ts'
import { ProgressBar } from '../terminal/progress.ts'
import { table } from '../terminal/table.ts'
import { textsIn } from '../texts/texts.ts'
import type { EvaluateFlags } from './evaluate.ts'

/** Bad lines are told one by one up to this many, and counted beyond. */
const PROBLEMS_SHOWN = 20

/**
 * Evaluates NDJSON, one record a line, or a record beside its place, in flat memory. With `--ndjson` a line of findings
 * for each, in the same order; otherwise the counts. A bad line is told and counted, and the stream goes on.
 */
export async function evaluateStream(
  context: Context,
  flags: EvaluateFlags,
  pack: PackOnDisk,
  path: string,
): Promise<void> {
  const policy = compilePack(pack)
  const around = flags.context === undefined ? undefined : await LedgerFile.read(context, flags.context)
  const bar = new ProgressBar(context, context.texts.stream.progress)
  const tally = new Tally(context, flags)
  const stream = new RecordStream(policy, eachOptions(flags, policy.plan, around?.json.value))
  const size = path === '-' ? 0 : sizeOf(path)
  let bytes = 0
  const told = <T>(tell: () => T): T => {
    try {
      return tell()
    } catch (error) {
      throw asRefusal(error, around?.json)
    }
  }
  try {
    for await (const { number, text } of readLines(context, path, (count) => (bytes += count))) {
      await tally.add(
        number,
        told(() => stream.answer(recordIn(text))),
      )
      bar.update(size > 0 ? bytes : tally.lines, size)
    }
  } finally {
    bar.stop()
  }
  await tally.finish(told(() => stream.end()))
  context.exitCode = tally.invalid > 0 ? EXIT.input : tally.fails ? EXIT.findings : EXIT.ok
}

function recordIn(text: string): PlacedRecord {
  try {
    return placedRecord(JSON.parse(text))
  } catch {
    const message = { zh: textsIn('zh').stream.broken, en: textsIn('en').stream.broken }
    return { record: new UnreadableRecord([{ code: 'broken-json', pointer: '', message }]) }
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function eachOptions(flags: EvaluateFlags, plan: Plan, around: unknown): RecordStreamOptions {
  const scope = flags.scope ?? onlyScope(plan)
  const { requirement, json, ndjson, failOn = [] } = flags
  return {
    ...optionsOf(flags),
    scope,
    context: around ?? blankAround(plan, scope),
    detail: ndjson || json || failOn.length > 0 ? 'findings' : 'verdicts',
    ...requirementsOf(plan, requirement),
  }
}

/** Scopes whose records form a list, not one a year. */
function listScopes(plan: Plan): string[] {
  return [...plan.scopes.values()].filter(({ parent, keyed }) => parent && !keyed).map(({ name }) => name)
}

function onlyScope(plan: Plan): string {
  const [only, ...others] = listScopes(plan)
  if (only === undefined || others.length > 0) throw new Failure('whichScope', [listScopes(plan)], EXIT.usage)
  return only
}

/** One blank record of each kind above the streamed ones, so that they belong somewhere. */
function blankAround(plan: Plan, name: string): unknown {
  let ledger: Record<string, unknown> = {}
  for (let scope = plan.scopes.get(name)?.parent; scope?.parent; scope = scope.parent)
    ledger = { [scope.list]: [ledger] }
  return ledger
}

class Tally {
  readonly #context: Context
  readonly #flags: EvaluateFlags
  readonly #counts = new Map<string, Map<Status, number>>()
  lines = 0
  invalid = 0
  fails = false

  constructor(context: Context, flags: EvaluateFlags) {
    this.#context = context
    this.#flags = flags
  }

  async add(line: number, { id, findings, problems }: EachResult): Promise<void> {
    this.lines++
    const { out, language } = this.#context
    if (problems) {
      await this.#problem(
        line,
        problems.map(({ pointer, message }) => `${pointer} ${message[language]}`.trimStart()),
      )
      if (this.#flags.ndjson) await out.line(JSON.stringify({ line, problems }))
      return
    }
    for (const finding of findings ?? []) this.#count(finding)
    const { ndjson, subject } = this.#flags
    if (ndjson && (subject === undefined || subject === id))
      await out.line(JSON.stringify({ line, id, findings: this.#listed(findings) }))
  }

  async finish({ findings, notEvaluated }: EachEnd): Promise<void> {
    const { out, err, language, texts } = this.#context
    const { ndjson, json } = this.#flags
    for (const finding of findings) this.#count(finding)
    const { lines: records, invalid } = this
    if (ndjson)
      await out.line(JSON.stringify({ end: { records, invalid, findings: this.#listed(findings), notEvaluated } }))
    else if (json)
      await out.json({ records, invalid, summary: this.#summary(), findings: this.#listed(findings), notEvaluated })
    else {
      await out.line(texts.stream.read(records, invalid))
      const rows = [...this.#counts].flatMap(([requirement, counts]) =>
        [...counts].map(([status, count]) => [requirement, STATUS_WORDS[status][language], count] as const),
      )
      await out.line(
        table(out, rows, { numbers: [2], head: [texts.stream.requirement, texts.stream.status, texts.stream.count] }),
      )
      for (const { id, text } of notEvaluated) await out.line(`${id}: ${text[language]}`)
    }
    if (invalid > PROBLEMS_SHOWN) await err.line(texts.stream.more(invalid - PROBLEMS_SHOWN))
  }

  #listed(findings: readonly (Verdict | Finding)[] = []): (Verdict | Finding)[] {
    const { status } = this.#flags
    return findings.filter((finding) => !status || status.includes(finding.status))
  }

  #summary() {
    return Object.fromEntries(
      [...this.#counts].map(([requirement, counts]) => [requirement, Object.fromEntries(counts)]),
    )
  }

  #count(finding: Verdict | Finding): void {
    let counts = this.#counts.get(finding.requirement)
    if (!counts) this.#counts.set(finding.requirement, (counts = new Map()))
    counts.set(finding.status, (counts.get(finding.status) ?? 0) + 1)
    this.fails ||= failsOn(this.#flags.failOn ?? [], 'severity' in finding ? finding : { status: finding.status })
  }

  async #problem(line: number, sentences: readonly string[]): Promise<void> {
    if (++this.invalid > PROBLEMS_SHOWN) return
    const { err, texts } = this.#context
    await err.line(texts.stream.badLine(line, sentences.join(' ')))
  }
}
