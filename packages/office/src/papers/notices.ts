import type { Finding, Text } from '@tiaoli/engine'
import { isBroken, isObject, isUnfounded } from '@tiaoli/engine/plan'
import { writeWord } from '../write/word.ts'
import { addresseesOf } from './addressees.ts'
import { fileNames } from './file-names.ts'
import { NoticeWords } from './notice-words.ts'
import { inOfficeWords } from './office-words.ts'
import { dayText, problemOf } from './paper-lines.ts'
import { NOTICE_TITLE } from './paper-titles.ts'
import { wordPaper, type PaperMaker, type PaperSource } from './paper.ts'
import { isOfLaterDay } from './to-check.ts'
import { UnitNames } from './unit-names.ts'

/**
 * A notice to put things right for each who has to: of broken duties alone, by clauses and by instruments whose words were
 * seen. What nobody has seen is no basis of an order. What only the office knows is left blank in it, and told beside it.
 */
export const notices: PaperMaker = async (source) => {
  const { language, report } = source
  const fill = source.template && (await (await import('./own-notice.ts')).noticeFiller(source.template))
  const units = new UnitNames(source)
  const allBroken = report.findings.filter(isBroken)
  const broken = allBroken.filter((finding) => !isOfLaterDay(finding))
  const founded = broken.filter((finding) => !isUnfounded(finding))
  const letters = addresseesOf(source, units, founded).map((addressee) => {
    const words = new NoticeWords(source, units, addressee)
    const bytes = fill?.(words.fields()) ?? writeWord(words.paragraphs(), { form: 'letter', language })
    return { title: `${NOTICE_TITLE[language]}-${addressee.file}`, bytes, blanks: words.blanks }
  })
  const names = fileNames(letters.map(({ title }) => title))
  const named = letters.map(({ bytes, blanks }, i) => ({ name: names[i]!, bytes, blanks }))
  const unfounded = broken.filter((finding) => !founded.includes(finding))
  const remarks = [
    ...ofLaterDay(allBroken.length - broken.length, source),
    ...(letters.length === 0
      ? allBroken.length === broken.length
        ? [NOTHING]
        : []
      : report.notices.map(({ text }) => officeText(text, source))),
    ...unnamed(units),
    ...alike(units),
    ...named.flatMap(({ name, blanks }) => (blanks.length === 0 ? [] : [toFillIn(name, blanks)])),
    ...unfounded.map((finding) => leftOut(units.unitOf(finding.subject).name, finding, source)),
  ]
  return { papers: named.map(({ name, bytes }) => wordPaper(name, bytes)), remarks }
}

/** What holds of the whole report, and stands in no letter. */
function officeText({ zh, en }: Text, source: PaperSource): Text {
  return { zh: inOfficeWords(zh, source), en: inOfficeWords(en, source) }
}

/** A letter speaks of one day, and nobody is told that day by what was so on a later one. */
function ofLaterDay(count: number, { report, ledger }: PaperSource): Text[] {
  if (count === 0) return []
  const on = isObject(ledger) && typeof ledger['on'] === 'string' ? ledger['on'] : ''
  const { asOf } = report.receipt
  return [
    {
      zh: `有${count}个问题是按台账日期${dayText(on, 'zh')}的情况得出的，晚于${dayText(asOf, 'zh')}，不能据此通知，没有列入通知书，列在问题清单的待核清单中。请改为核查截至${dayText(on, 'zh')}的情况，再出通知书。`,
      en: `${count === 1 ? 'One matter rests' : `${count} matters rest`} on how things stood on ${on}, the day of the ledger, after ${asOf}, the day of the report: left out of the notices, and listed in the problem list as to be found out. Evaluate as of ${on}, and make the notices again.`,
    },
  ]
}

const NOTHING: Text = {
  zh: '没有应当通知整改的问题，不出具通知书。',
  en: 'Nothing has to be put right: no notice is made.',
}

function unnamed({ unnamed: [...units] }: UnitNames): Text[] {
  if (units.length === 0) return []
  return [
    {
      zh: `台账中没有名称的单位，通知书中留有空白，发出前请填写名称：${units.join('；')}。`,
      en: `Units without a name have blanks in the notices; fill in the names before you send them: ${units.join('; ')}.`,
    },
  ]
}

/** Units that a letter cannot tell apart. */
function alike({ alike: [...units] }: UnitNames): Text[] {
  if (units.length === 0) return []
  return [
    {
      zh: `名称相同、按台账中的上级名称也不能区分的单位，通知书上的称呼相同，发出前请核对：${units.join('；')}。`,
      en: `Units of one name that nothing around them in the ledger tells apart are called the same in the notices; check these before you send them: ${units.join('; ')}.`,
    },
  ]
}

/** What is meant by the blanks of a notice, which names nobody by an id. */
function toFillIn(notice: string, blanks: readonly string[]): Text {
  return {
    zh: `${notice}：括号内的空白依次指${blanks.join('、')}，发出前请填写。`,
    en: `${notice}: the blanks in brackets are, in turn, ${blanks.join(', ')}; fill them in before you send it.`,
  }
}

function leftOut(unit: string, finding: Finding, source: PaperSource): Text {
  return {
    zh: `${unit}：依据待核，没有列入通知书：${problemOf(finding, source, 'zh')}`,
    en: `${unit}: left out of the notice, for its basis is to be verified: ${problemOf(finding, source, 'en')}`,
  }
}
