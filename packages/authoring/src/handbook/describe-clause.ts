import type { Policy, Text } from '@tiaoli/engine'
import { changesFrom, textWithoutRecord, type Plan } from '@tiaoli/engine/plan'
import { clauseEncodings, type ClauseEncoding, type CitationWay } from '../encoding/clause-encodings.ts'
import { descriptionOf, section, type Description } from './description.ts'
import type { Language } from '@tiaoli/engine/names'
import { clauseName } from './instrument-name.ts'
import { line, type Line } from './line.ts'
import { FORCE_LABELS, TESTABILITY_LABELS } from './enum-labels.ts'

/** A clause verbatim, its force, and what encodes it or why nothing does; undefined if no clause has the id. */
export function describeClause({ plan }: Policy, id: string, language: Language): Description | undefined {
  const encoding = clauseEncodings({ plan }).get(id)
  if (!encoding) return undefined
  const { clause, citers } = encoding
  const { sentence } = clause
  // The Chinese is the text; English readers see it too.
  const inBoth = ({ zh, en }: Text) => [line(zh, zh), line(en, en)].slice(0, language === 'zh' || zh === en ? 1 : 2)
  const reason = citers.length === 0 ? clause.notEncoded : undefined
  return descriptionOf(
    id,
    clauseName(clause),
    [
      section('words', inBoth(clause.text)),
      section('sentence', sentence.zh === clause.text.zh ? [] : inBoth(sentence)),
      section('about', clauseLines(encoding)),
      section(
        'changed',
        changesFrom(clause).map((text) => ({ text, below: [] })),
      ),
      section('encodedBy', citerLines(plan, encoding)),
      section('notEncoded', reason ? [{ text: reason, below: [] }] : []),
    ],
    language,
  )
}

function clauseLines({ clause }: ClauseEncoding): Line<Text>[] {
  const [force, testability] = [FORCE_LABELS[clause.force], TESTABILITY_LABELS[clause.testability]]
  return [
    line(`力度：${force.zh}`, `force: ${force.en}`),
    line(`可检验性：${testability.zh}`, `testability: ${testability.en}`),
    ...(clause.bearer ? [line(`责任主体：${clause.bearer.zh}`, `bearer: ${clause.bearer.en}`)] : []),
  ]
}

const WAYS: Record<CitationWay, Text> = {
  requirement: { zh: '要求', en: 'requirement' },
  exception: { zh: '例外', en: 'exception' },
  note: { zh: '提示', en: 'note' },
  parameter: { zh: '参数', en: 'parameter' },
}

function citerLines(plan: Plan, { citers }: ClauseEncoding): Line<Text>[] {
  return citers.map(({ way, requirement: id, id: part }) => {
    const title = textWithoutRecord(plan, plan.requirements.find((requirement) => requirement.id === id)!.title)
    const by = way === 'requirement' ? '' : ` / ${part}`
    return line(`${WAYS[way].zh} ${id}${by}：${title.zh}`, `${WAYS[way].en} ${id}${by}: ${title.en}`)
  })
}
