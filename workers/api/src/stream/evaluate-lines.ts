import {
  EvaluationError,
  placedRecord,
  type EachEnd,
  type EachOptions,
  type EachResult,
  type PlacedRecord,
  type Policy,
  type Text,
} from '@tiaoli/engine'
import { parse } from '../http/parse-json.ts'
import { ProblemError, type ProblemPlace } from '../http/problem.ts'
import type { LineReader } from './read-lines.ts'
import type { Line } from './split-lines.ts'

/** A record that was evaluated, one that could not be, or the end. */
export type Answer =
  | ({ type: 'record'; line: number } & Pick<EachResult, 'position' | 'id' | 'findings'>)
  | { type: 'error'; line: number; position: number; errors: ProblemPlace[] }
  | ({ type: 'end'; complete: boolean; stopped?: { code: string; detail: Text } } & EachEnd)

interface Read extends PlacedRecord {
  line: number
  faults?: ProblemPlace[]
}

/**
 * Evaluates the records of a body one line at a time. The engine's generator pulls a record for each answer it gives,
 * so the one just read is laid where it looks: nothing is gathered on either side.
 */
export class LineEvaluation {
  readonly #lines: LineReader
  readonly #mostRecords: number
  readonly #answers: Generator<EachResult, EachEnd>
  #current: Read | undefined
  #records = 0
  #invalid = 0
  #ended = false

  constructor(
    policy: Policy,
    lines: LineReader,
    options: Omit<EachOptions, 'within'> & { within?: string },
    mostRecords: number,
  ) {
    this.#lines = lines
    this.#mostRecords = mostRecords
    const records: Iterable<unknown> = { [Symbol.iterator]: () => ({ next: () => this.#pull() }) }
    const { within, ...rest } = options
    this.#answers = policy.evaluateEach(records, {
      ...rest,
      within: () => this.#current?.within ?? within,
    })
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
    this.#current = line && readLine(line)
    try {
      return this.#answer()
    } catch (error) {
      if (!(error instanceof EvaluationError) || this.#records === 0) throw error
      await this.#lines.cancel()
      return this.#stop(error.code, error.text)
    }
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

  #answer(): Answer {
    const { value, done } = this.#answers.next()
    if (done) {
      this.#ended = true
      return { type: 'end', complete: true, ...value }
    }
    this.#records++
    const { line, faults } = this.#current!
    const { position, id, findings, problems } = value
    if (!problems) return { type: 'record', line, position, ...(id !== undefined && { id }), findings: findings ?? [] }
    this.#invalid++
    const errors = faults ?? problems.map(({ message, ...rest }) => ({ ...rest, detail: message }))
    return { type: 'error', line, position, errors }
  }

  #pull(): IteratorResult<unknown> {
    return this.#current ? { value: this.#current.record, done: false } : { value: undefined, done: true }
  }

  #stop(code: string, detail: Text): Answer {
    this.#ended = true
    const counts = { records: this.#records, invalid: this.#invalid }
    return { type: 'end', complete: false, stopped: { code, detail }, ...counts, findings: [], notEvaluated: [] }
  }
}

function readLine({ number, text, fault }: Line): Read {
  if (text === undefined) return { line: number, record: null, faults: [FAULTS[fault!]] }
  try {
    return { line: number, ...placedRecord(parse(text)) }
  } catch (error) {
    if (error instanceof ProblemError) return { line: number, record: null, faults: [...error.places] }
    throw error
  }
}

const FAULTS: Readonly<Record<NonNullable<Line['fault']>, ProblemPlace>> = {
  'too-long': {
    pointer: '',
    code: 'too-long',
    detail: { zh: '这一行超过 1 MB。', en: 'The line is longer than 1 MB.' },
  },
  'not-utf-8': {
    pointer: '',
    code: 'not-utf-8',
    detail: { zh: '这一行不是 UTF-8 编码。', en: 'The line is not UTF-8.' },
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
