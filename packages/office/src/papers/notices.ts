import type { Finding, Text } from '@tiaoli/engine'
import { isBroken, shownDocument } from '@tiaoli/engine/plan'
import { writeWord, type WordParagraph } from '../write/word.ts'
import { addresseesOf, isNamedAfter, type Addressee } from './addressees.ts'
import { basisOf, isUnverified } from './basis.ts'
import { chineseNumber } from './chinese-number.ts'
import { deadlineOf } from './deadline.ts'
import { dayText, problemOf } from './paper-lines.ts'
import { wordPaper, type PaperMaker, type PaperSource } from './paper.ts'
import { UnitNames } from './unit-names.ts'

/**
 * A notice to put things right for each who has to: of broken duties alone, by clauses and by instruments whose words were
 * seen. What nobody has seen is no basis of an order.
 */
export const notices: PaperMaker = (source) => {
  const { language, report } = source
  const units = new UnitNames(source)
  const broken = report.findings.filter(isBroken)
  const founded = broken.filter(({ citations }) => !citations.every(isUnverified))
  const addressees = addresseesOf(source, units, founded)
  const papers = addressees.map((addressee) => {
    const words = new NoticeWords(source, units, addressee).paragraphs()
    return { name: `${NOTICE[language]}-${addressee.name}`, bytes: writeWord(words, { form: 'letter', language }) }
  })
  const unfounded = broken.filter((finding) => !founded.includes(finding))
  const remarks = unfounded.map((finding) => leftOut(units.unitOf(finding.subject).name, finding))
  const named = distinct(papers).map(({ name, bytes }) => wordPaper(name, bytes))
  return { papers: named, remarks: addressees.length === 0 ? [NOTHING, ...remarks] : remarks }
}

const NOTICE: Text = { zh: '整改通知书', en: 'Notice' }
const NOTHING: Text = {
  zh: '没有应当通知整改的问题，不出具通知书。',
  en: 'Nothing has to be put right: no notice is made.',
}

function leftOut(unit: string, finding: Finding): Text {
  return {
    zh: `${unit}：依据待核，没有列入通知书：${problemOf(finding, 'zh')}`,
    en: `${unit}: left out of the notice, for its basis is to be verified: ${problemOf(finding, 'en')}`,
  }
}

/** Two units may have the same name, two files may not. */
function distinct<T extends { name: string }>(papers: readonly T[]): T[] {
  const counts = new Map<string, number>()
  return papers.map((paper) => {
    const count = (counts.get(paper.name) ?? 0) + 1
    counts.set(paper.name, count)
    return count === 1 ? paper : { ...paper, name: `${paper.name}-${count}` }
  })
}

class NoticeWords {
  readonly #source: PaperSource
  readonly #units: UnitNames
  readonly #addressee: Addressee

  constructor(source: PaperSource, units: UnitNames, addressee: Addressee) {
    this.#source = source
    this.#units = units
    this.#addressee = addressee
  }

  paragraphs(): WordParagraph[] {
    const { name, findings } = this.#addressee
    return [
      paragraph('number', this.#say('〔　　　　〕　　号', 'No.                ')),
      paragraph('title', NOTICE[this.#source.language]),
      paragraph('plain', this.#say(`${name}：`, `To: ${name}`)),
      paragraph('body', this.#opening(findings.length)),
      ...findings.flatMap((finding, i) => this.#problem(finding, i + 1)),
      paragraph(
        'body',
        this.#say(
          '请于　　　　年　　月　　日前完成整改，并将整改情况书面报　　　　　　　　。',
          'Please put this right by                    and report in writing to                              .',
        ),
      ),
      paragraph('plain', ''),
      paragraph('right', this.#say('（印　章）', '(seal)')),
      paragraph('right', this.#say('　　　　年　　月　　日', 'Date:                    ')),
    ]
  }

  #say(zh: string, en: string): string {
    return this.#source.language === 'zh' ? zh : en
  }

  #opening(count: number): string {
    const { policy, report, language } = this.#source
    const { document, pack } = policy.plan
    const basis = document ? shownDocument(document) : pack.title
    const day = dayText(report.receipt.asOf, language)
    return this.#say(
      `对照${basis.zh}及有关规定，经核查你单位截至${day}的情况，存在以下${count}个问题，请予整改。`,
      `By ${basis.en} and the rules that it rests on, the following is to be put right as of ${day} (${count} in all).`,
    )
  }

  #problem(finding: Finding, number: number): WordParagraph[] {
    const { language, policy } = this.#source
    const { citations, remedy, dutyBearer } = finding
    const basis = basisOf(
      citations.filter((citation) => !isUnverified(citation)),
      language,
    ).join(this.#say('；', '; '))
    const deadline = deadlineOf(policy.plan, finding)
    const body = (zh: string, en: string, text: string | undefined) =>
      text === undefined ? [] : [paragraph('body', this.#say(`${zh}：${sentence(text)}`, `${en}: ${text}`))]
    return [
      paragraph(
        'heading',
        `${this.#say(`${chineseNumber(number)}、`, `${number}. `)}${this.#subject(finding)}${problemOf(finding, language)}`,
      ),
      ...body('依据', 'Basis', basis),
      ...body('整改要求', 'Remedy', remedy?.[language]),
      ...(this.#isAddressed(dutyBearer.label[language])
        ? []
        : body('责任主体', 'Responsible', dutyBearer.label[language])),
      ...(deadline?.isOfText ? body('规定期限', 'Last day by the text', dayText(deadline.day, language)) : []),
    ]
  }

  /** What a problem is about, if that is not who is addressed. */
  #subject({ subject }: Finding): string {
    const { unit } = this.#addressee
    if (unit?.pointer === subject.pointer || subject.pointer === '') return ''
    return this.#say(`${this.#units.unitOf(subject).name}：`, `${this.#units.unitOf(subject).name}: `)
  }

  /** Whether a body is called what the notice is addressed to. */
  #isAddressed(bearer: string): boolean {
    const { unit, name } = this.#addressee
    return bearer === name || (unit !== undefined && isNamedAfter(unit, bearer, this.#source.language))
  }
}

function paragraph(kind: WordParagraph['kind'], text: string): WordParagraph {
  return { kind, runs: [{ text }] }
}

/** With the sign that ends a Chinese sentence. */
function sentence(text: string): string {
  return /[。！？]”?$/.test(text) ? text : `${text}。`
}
