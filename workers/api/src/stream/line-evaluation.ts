import type { EachEnd, EachResult, InputProblem, Policy, Text } from '@tiaoli/engine'
import { wholeTextProblem, type Line } from '@tiaoli/engine/plan'
import { recordOfLine, RecordStream, type RecordStreamOptions } from '@tiaoli/engine/runtime'
import { MAX_CONTAINERS } from '../limits/body-limits.ts'
import { MAX_RECORD_DECISIONS } from '../limits/finding-limits.ts'
import { limitPlaces } from '../problem/limit-places.ts'
import { placesOfProblems } from '../problem/places-of-problems.ts'
import type { ProblemPlace } from '../problem/problem-error.ts'
import type { LineReader } from './line-reader.ts'

/** A line of the response: an evaluated record, one that could not be evaluated, or the end. */
export type LineAnswer =
  | ({ type: 'record'; line: number } & Pick<EachResult, 'position' | 'id' | 'findings' | 'conflicts'>)
  | { type: 'error'; line: number; position: number; errors: ProblemPlace[] }
  | ({ type: 'end'; complete: boolean; stopped?: { code: string; detail: Text }; errors?: ProblemPlace[] } & Omit<
      EachEnd,
      'problems'
    >)

/** What ends a stream before its body does. */
export interface StreamLimits {
  maxRecords: number
  /** Whether the caller may go on. */
  isAllowed: () => Promise<boolean>
}

/** Evaluates the records of a body line by line, in constant memory. */
export class LineEvaluation {
  readonly #lines: LineReader
  readonly #limits: StreamLimits
  readonly #stream: RecordStream
  #records = 0
  #invalid = 0
  #ended = false

  /** Throws for options that do not fit. */
  constructor(
    policy: Policy,
    lines: LineReader,
    options: Omit<RecordStreamOptions, 'maxDecisions'>,
    limits: StreamLimits,
  ) {
    this.#lines = lines
    this.#limits = limits
    this.#stream = new RecordStream(policy, { ...options, maxDecisions: MAX_RECORD_DECISIONS })
  }

  /** The next line of the response; the last is of type `end`. */
  async next(): Promise<LineAnswer | undefined> {
    if (this.#ended) return undefined
    const line = await this.#lines.next()
    if (!(await this.#limits.isAllowed())) {
      await this.#lines.cancel()
      return this.#stop('token-ended', TOKEN_ENDED)
    }
    if (line === 'too-large') return this.#stop('stream-too-large', STREAM_TOO_LARGE)
    if (line === 'incomplete') return this.#stop('incomplete-body', INCOMPLETE_BODY)
    const { maxRecords } = this.#limits
    if (line && this.#records === maxRecords) {
      await this.#lines.cancel()
      return this.#stop('too-many-records', tooManyRecords(maxRecords))
    }
    const unreadable = line && wholeTextProblem(line, this.#records === 0)
    if (unreadable) {
      await this.#lines.cancel()
      return this.#stop(unreadable.code, atLine(unreadable.line, unreadable.message))
    }
    return line ? this.#evaluate(line) : this.#end()
  }

  /** Whether the next answer needs no more of the body than has arrived. */
  isReady(): boolean {
    return this.#ended || this.#lines.isReady()
  }

  /** Stops reading: the caller has gone. */
  cancel(): Promise<void> {
    this.#ended = true
    return this.#lines.cancel()
  }

  #evaluate(line: Line): LineAnswer {
    const answer = this.#stream.answer(recordOfLine(line, { containers: MAX_CONTAINERS }))
    const { position, id, findings = [], conflicts = [], problems } = answer
    this.#records++
    const place = { line: line.number, position }
    if (!problems) return { type: 'record', ...place, ...(id !== undefined && { id }), findings, conflicts }
    this.#invalid++
    return { type: 'error', ...place, errors: errorsOf(problems) }
  }

  #end(): LineAnswer {
    this.#ended = true
    const { problems, ...end } = this.#stream.end()
    return { type: 'end', complete: true, ...end, ...(problems && { errors: errorsOf(problems) }) }
  }

  #stop(code: string, detail: Text): LineAnswer {
    this.#ended = true
    const counts = { records: this.#records, invalid: this.#invalid }
    return {
      type: 'end',
      complete: false,
      stopped: { code, detail },
      ...counts,
      notices: [],
      findings: [],
      conflicts: [],
      notEvaluated: [],
    }
  }
}

function errorsOf(problems: readonly InputProblem[]): ProblemPlace[] {
  return limitPlaces(placesOfProblems(problems))
}

function atLine(line: number, { zh, en }: Text): Text {
  return { zh: `第 ${line} 行：${zh}`, en: `Line ${line}: ${en}` }
}

const TOKEN_ENDED: Text = {
  zh: '令牌已撤销或已过期，其余记录未评价。请换用有效的令牌重新提交。',
  en: 'The token is revoked or expired. The remaining records were not evaluated. Send them with a valid token.',
}

const STREAM_TOO_LARGE: Text = {
  zh: '记录流超过 100 MB，其余记录未评价。请分批提交。',
  en: 'The stream is larger than 100 MB. The remaining records were not evaluated. Split the stream.',
}

const INCOMPLETE_BODY: Text = {
  zh: '记录流没有发送完就中断了，其余记录未评价。请重新提交。',
  en: 'The stream broke off before its end. The remaining records were not evaluated. Send it again.',
}

function tooManyRecords(limit: number): Text {
  return {
    zh: `记录超过 ${limit} 条，其余记录未评价。请分批提交。`,
    en: `The stream has more than ${limit} records. The remaining records were not evaluated. Split the stream.`,
  }
}
