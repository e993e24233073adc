import {
  placedRecord,
  RecordStream,
  UnreadableRecord,
  type EachEnd,
  type EachResult,
  type InputProblem,
  type PlacedRecord,
  type Policy,
  type RecordStreamOptions,
  type Text,
} from '@tiaoli/engine'
import { parse } from '../http/parse-json.ts'
import { ProblemError, told, type ProblemPlace } from '../problem/problem-error.ts'
import type { LineReader } from './line-reader.ts'
import type { Line } from './line-splitter.ts'

/** A record that was evaluated, one that could not be, or the end. */
export type Answer =
  | ({ type: 'record'; line: number } & Pick<EachResult, 'position' | 'id' | 'findings'>)
  | { type: 'error'; line: number; position: number; errors: ProblemPlace[] }
  | ({ type: 'end'; complete: boolean; stopped?: { code: string; detail: Text } } & EachEnd)

/** Evaluates the records of a body one line at a time: nothing is gathered. */
export class LineEvaluation {
  readonly #lines: LineReader
  readonly #mostRecords: number
  readonly #stream: RecordStream
  #records = 0
  #invalid = 0
  #ended = false

  constructor(policy: Policy, lines: LineReader, options: RecordStreamOptions, mostRecords: number) {
    this.#lines = lines
    this.#mostRecords = mostRecords
    this.#stream = new RecordStream(policy, options)
  }

  /** The next answer; the last is of type `end`, and nothing comes after it. Throws where the options do not fit. */
  async next(): Promise<Answer | undefined> {
    if (this.#ended) return undefined
    const line = await this.#lines.next()
    if (line === 'too-large') return this.#stop('stream-too-large', TOO_LARGE)
    if (line && this.#records === this.#mostRecords) {
      await this.#lines.cancel()
      return this.#stop('too-many-records', tooMany(this.#mostRecords))
    }
    return line ? this.#answer(line) : this.#end()
  }

  /** Whether the next answer needs no more of the body than has come. */
  isAtHand(): boolean {
    return this.#ended || this.#lines.isAtHand()
  }

  /** Reads no further: nobody is there to hear the rest. */
  cancel(): Promise<void> {
    this.#ended = true
    return this.#lines.cancel()
  }

  #answer(line: Line): Answer {
    const { position, id, findings, problems } = this.#stream.answer(recordIn(line))
    this.#records++
    const place = { line: line.number, position }
    if (!problems) return { type: 'record', ...place, ...(id !== undefined && { id }), findings: findings ?? [] }
    this.#invalid++
    return {
      type: 'error',
      ...place,
      errors: told(problems.map(({ message, ...rest }) => ({ ...rest, detail: message }))),
    }
  }

  #end(): Answer {
    this.#ended = true
    return { type: 'end', complete: true, ...this.#stream.end() }
  }

  #stop(code: string, detail: Text): Answer {
    this.#ended = true
    const counts = { records: this.#records, invalid: this.#invalid }
    return { type: 'end', complete: false, stopped: { code, detail }, ...counts, findings: [], notEvaluated: [] }
  }
}

function recordIn({ text, fault }: Line): PlacedRecord {
  if (text === undefined) return { record: new UnreadableRecord([FAULTS[fault!]]) }
  try {
    return placedRecord(parse(text))
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { record: new UnreadableRecord(error.places.map(({ detail, ...rest }) => ({ ...rest, message: detail }))) }
  }
}

const FAULTS: Readonly<Record<NonNullable<Line['fault']>, InputProblem>> = {
  'too-long': {
    pointer: '',
    code: 'too-long',
    message: { zh: '这一行超过 1 MB。', en: 'The line is longer than 1 MB.' },
  },
  'not-utf-8': {
    pointer: '',
    code: 'not-utf-8',
    message: { zh: '这一行不是 UTF-8 编码。', en: 'The line is not UTF-8.' },
  },
}

const TOO_LARGE: Text = {
  zh: '记录流超过 100 MB，其后的记录没有评价。请分批提交。',
  en: 'The stream is larger than 100 MB; what came after was not evaluated. Send it in parts.',
}

function tooMany(limit: number): Text {
  return {
    zh: `记录超过 ${limit} 条，其后的记录没有评价。请分批提交。`,
    en: `More than ${limit} records; those after were not evaluated. Send them in parts.`,
  }
}
