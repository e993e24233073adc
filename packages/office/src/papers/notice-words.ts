import type { Finding } from '@tiaoli/engine'
import { isObject, isUnverified, shownDocument } from '@tiaoli/engine/plan'
import type { WordParagraph } from '../write/word.ts'
import { withoutRemark, type Addressee } from './addressees.ts'
import { basisOf, nameOf } from './basis.ts'
import { inOrderOfDocument } from './by-document.ts'
import { chineseNumber } from './chinese-number.ts'
import { deadlineOf } from './deadline.ts'
import { dayText, problemOf } from './paper-lines.ts'
import { NOTICE_TITLE } from './paper-titles.ts'
import type { PaperSource } from './paper.ts'
import type { NoticeFields } from './notice-fields.ts'
import { saidTo, spokenTo } from './spoken-to.ts'
import type { UnitNames } from './unit-names.ts'

/** What is wrong by one basis, which stands once above it. */
interface Group {
  readonly findings: Finding[]
}

/** The words of a notice to one addressee. */
export class NoticeWords {
  /** What the office has to fill in in brackets, in turn, once the paragraphs were made. */
  readonly blanks: string[] = []
  readonly #source: PaperSource
  readonly #units: UnitNames
  readonly #addressee: Addressee
  /** The places that were quoted so far. */
  readonly #quoted = new Set<string>()

  constructor(source: PaperSource, units: UnitNames, addressee: Addressee) {
    this.#source = source
    this.#units = units
    this.#addressee = addressee
  }

  paragraphs(): WordParagraph[] {
    const { name, findings } = this.#addressee
    return [
      paragraph('number', this.#say('〔　　　　〕　　号', 'No.                ')),
      paragraph('title', NOTICE_TITLE[this.#source.language]),
      paragraph('plain', this.#say(`${name}：`, `To: ${name}`)),
      paragraph('body', this.#opening(findings.length)),
      ...this.#groups().flatMap((group, i) => this.#group(group, i + 1)),
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

  /** The same for a template of the office’s own: every problem by itself. */
  fields(): NoticeFields {
    const { policy, language } = this.#source
    const { name, kind, findings } = this.#addressee
    const { document, pack } = policy.plan
    return {
      recipient: name,
      document: (document ? shownDocument(document) : pack.title)[language],
      day: dayText(this.#knownDay(), language),
      addressed: this.#say(spokenTo(kind), 'you'),
      count: String(findings.length),
      problems: inOrderOfDocument(policy.plan, findings).map((finding, i) => {
        const bearer = withoutRemark(finding.dutyBearer.label[language])
        const deadline = deadlineOf(policy.plan, finding)
        return {
          number: this.#say(chineseNumber(i + 1), String(i + 1)),
          problem: this.#problem(finding),
          basis: this.#basisText(finding),
          remedy: this.#remedy(finding) ?? '',
          responsible: this.#isAddressed(bearer) ? '' : bearer,
          deadline: deadline?.isOfText ? this.#deadline(deadline.day) : '',
        }
      }),
    }
  }

  #say(zh: string, en: string): string {
    return this.#source.language === 'zh' ? zh : en
  }

  #opening(count: number): string {
    const { policy, report, language } = this.#source
    const { document, pack } = policy.plan
    const basis = document ? shownDocument(document) : pack.title
    const day = dayText(report.receipt.asOf, language)
    const known = dayText(this.#knownDay(), language)
    const isOlder = known !== day
    return this.#say(
      `对照${basis.zh}及有关规定，经核查${spokenTo(this.#addressee.kind)}${isOlder ? `${known}登记的情况（按${day}适用的规定和期限）` : `截至${day}的情况`}，存在以下${count}个问题，请予整改。`,
      `Going by ${basis.en} and the rules that it rests on, and by how things stood on ${known}${isOlder ? ` (under the rules and deadlines of ${day})` : ''}, the following ${count === 1 ? 'has' : `${count} matters have`} to be put right.`,
    )
  }

  /** The day of which it is known how things stood: that of the ledger, where it is older than the report. */
  #knownDay(): string {
    const { report, ledger } = this.#source
    const { asOf } = report.receipt
    const on = isObject(ledger) ? ledger['on'] : undefined
    return typeof on === 'string' && on < asOf ? on : asOf
  }

  #groups(): Group[] {
    const groups = new Map<string, Group>()
    for (const finding of inOrderOfDocument(this.#source.policy.plan, this.#addressee.findings)) {
      const key = this.#basis(finding).join('\n')
      const group = groups.get(key) ?? { findings: [] }
      groups.set(key, group)
      group.findings.push(finding)
    }
    return [...groups.values()]
  }

  #group({ findings }: Group, number: number): WordParagraph[] {
    const [first, ...others] = findings
    const heading = (text: string) =>
      paragraph('heading', `${this.#say(`${chineseNumber(number)}、`, `${number}. `)}${text}`)
    const basis = this.#line('依据', 'Basis', this.#basisText(first!))
    if (others.length === 0) return [heading(this.#problem(first!)), ...basis, ...this.#orders(first!).flat()]
    const titles = [...new Set(findings.map(({ title }) => title[this.#source.language]))]
    const orders = findings.map((finding) => this.#orders(finding))
    const commonOrders = this.#orders(first!, ['以上各项', ' of all of these'])
    const isCommon = (order: number) => new Set(orders.map((each) => JSON.stringify(each[order]))).size === 1
    const common = orders[0]!.map((_, order) => isCommon(order))
    return [
      heading(
        this.#say(
          `下列${findings.length}个问题的依据相同：${titles.join('、')}。`,
          `These have the same basis: ${titles.join('; ')}.`,
        ),
      ),
      ...basis,
      ...findings.flatMap((finding, i) => [
        paragraph('body', `${this.#say(`（${chineseNumber(i + 1)}）`, `(${i + 1}) `)}${this.#problem(finding)}`),
        ...orders[i]!.filter((_, order) => !common[order]).flat(),
      ]),
      ...commonOrders.filter((_, order) => common[order]).flat(),
    ]
  }

  /** What is asked for: what to do, who has to, and by when. */
  #orders(finding: Finding, [ofAll, ofAllEn]: readonly [string, string] = ['', '']): WordParagraph[][] {
    const { language, policy } = this.#source
    const { dutyBearer } = finding
    const bearer = withoutRemark(dutyBearer.label[language])
    const deadline = deadlineOf(policy.plan, finding)
    return [
      this.#line(`${ofAll}整改要求`, `Remedy${ofAllEn}`, this.#remedy(finding)),
      this.#line(`${ofAll}责任主体`, `Responsible${ofAllEn}`, this.#isAddressed(bearer) ? undefined : bearer),
      this.#line(
        `${ofAll}规定期限`,
        `Last day by the text${ofAllEn}`,
        deadline?.isOfText ? this.#deadline(deadline.day) : undefined,
      ),
    ]
  }

  /** A last day, with a word where it is past: nobody can be asked to do something by then. */
  #deadline(day: string): string {
    const { report, language } = this.#source
    const text = dayText(day, language)
    return day < report.receipt.asOf ? this.#say(`${text}（已过）`, `${text} (past)`) : text
  }

  /** What mends it, said to whom the notice is addressed. */
  #remedy({ subject, remedy }: Finding): string | undefined {
    const { language } = this.#source
    const { unit, kind } = this.#addressee
    const text = remedy?.[language]
    return text !== undefined && language === 'zh' && unit?.pointer === subject.pointer ? saidTo(text, kind) : text
  }

  #line(zh: string, en: string, text: string | undefined): WordParagraph[] {
    return text === undefined ? [] : [paragraph('body', this.#say(`${zh}：${sentence(text)}`, `${en}: ${text}`))]
  }

  #basis({ citations }: Finding): string[] {
    const { policy, language } = this.#source
    return basisOf(
      policy.plan,
      citations.filter((citation) => !isUnverified(citation)),
      language,
    )
  }

  /** Words that were quoted further up are not quoted again. */
  #basisText(finding: Finding): string {
    const { language } = this.#source
    const names = new Set(finding.citations.map((citation) => nameOf(citation)[language]))
    return this.#basis(finding)
      .map((cited) => {
        if (!this.#quoted.has(cited)) {
          this.#quoted.add(cited)
          return cited
        }
        return [...names].find((name) => cited.startsWith(name)) ?? cited
      })
      .join(this.#say('；', '; '))
  }

  /** What is wrong, with what it is about, if that is not who is addressed. */
  #problem(finding: Finding): string {
    const { language } = this.#source
    const { unit, kind } = this.#addressee
    const { subject } = finding
    const problem = problemOf(finding, this.#source)
    if (unit?.pointer === subject.pointer) return language === 'zh' ? saidTo(problem, kind) : problem
    if (subject.pointer === '') return problem
    const about = this.#units.unitOf(subject)
    if (about.isBlank) this.blanks.push(about.forOffice)
    return this.#say(`${about.sent}：${problem}`, `${about.sent}: ${problem}`)
  }

  /** Whether a body is called what the notice is addressed to. */
  #isAddressed(bearer: string): boolean {
    const { unit, name, kind } = this.#addressee
    return [name, kind, unit?.scope.label[this.#source.language]].includes(bearer)
  }
}

function paragraph(kind: WordParagraph['kind'], text: string): WordParagraph {
  return { kind, runs: [{ text }] }
}

/** With the sign that ends a Chinese sentence. */
function sentence(text: string): string {
  return /[。！？]”?$/.test(text) ? text : `${text}。`
}
