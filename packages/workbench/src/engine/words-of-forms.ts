import { formatDayInChinese, parseDay } from '@tiaoli/engine/plan'
import type { Text } from '@tiaoli/engine'

/** What lints call parts of files, as they are called in the forms; longer phrases first. */
const ZH: readonly (readonly [RegExp, string])[] = [
  [/在 lint\.json 注明理由/g, '请熟悉规则包格式的人在专业模式中注明理由'],
  [/写 effective\.to/g, '写明“自哪一天起不再执行”'],
  [/\beffective\.to\b/g, '“自哪一天起不再执行”'],
  [/把 replaces 改为 continues/g, '把“代替”改为“照旧延续”'],
  [/删去它的 prolongs，或者改写 to/g, '删去它的延长，或者改写延长到哪一天'],
  [/条款的 changes 中写 prolongs/g, '条款中写明延长到哪一天'],
  [/写明 changes/g, '写明它改变哪一条'],
  [/不能写成 changes 的/g, '不是改变条文的'],
  [/的 unless 中加一个/g, '增加一个'],
  [/结论为 review/g, '结论为“需人工研判”'],
  [/在 notEncoded 中说明理由/g, '写明不列为要求的理由'],
  [/补上 place/g, '补上“条号”'],
  [/补上 problem/g, '补上“不符合时怎样写”'],
  [/写明 reasons/g, '写明理由'],
  [/增加 attestation 事实/g, '增加凭证明的填报内容'],
  [/改正 due 或/g, '改正“期限”或'],
  [/改正 applies 或 requires/g, '改正“适用于”或“要求做到什么”'],
  [/的 clauses 中加引/g, '的“依据”中加引'],
]

const EN: readonly (readonly [RegExp, string])[] = [
  [/say so in lint\.json/g, 'have somebody who knows the format say so in its files'],
  [/[Aa]dd effective\.to/g, 'say from which day on it no longer holds'],
  [/change replaces to continues/g, 'say that it continues what it replaces'],
  [/take its prolongs away or give it another to/g, 'say that it does not, or until which day'],
  [/write prolongs in the changes of its clause/g, 'say in its clause until which day'],
  [/an exception in unless with status review/g, 'an exception that leaves it to a person to judge'],
  [/give the reason in notEncoded/g, 'say why it is no requirement'],
  [/Add problem:/g, 'Say what is wrong then:'],
  [/Add `reasons`/g, 'Say why'],
  [/No fact is an attestation/g, 'Nothing is filled in that somebody attests'],
  [/Correct applies or requires/g, 'Correct whom it concerns or what it asks'],
]

const ISO_DAY = / ?(\d{4}-\d{2}-\d{2}) ?/g

/** A remark about files of rules for somebody who fills in forms, and sees no file. */
export function inWordsOfForms({ zh, en }: Text): Text {
  return { zh: inChinese(replaced(zh, ZH)), en: replaced(en, EN) }
}

function replaced(words: string, by: typeof ZH): string {
  return by.reduce((said, [key, name]) => said.replaceAll(key, name), words)
}

function inChinese(words: string): string {
  return words.replaceAll(ISO_DAY, (written, day: string) => {
    const parsed = parseDay(day)
    return parsed === undefined ? written : formatDayInChinese(parsed)
  })
}
