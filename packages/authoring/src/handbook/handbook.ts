import type { Policy, Text } from '@tiaoli/engine'
import { everythingIn, nodesOf, textWithoutRecord, type Plan } from '@tiaoli/engine/plan'
import { clauseEncodings, type ClauseEncoding } from '../encoding/clause-encodings.ts'
import { describeRequirement } from './describe-requirement.ts'
import { describeTerm } from './describe-terms.ts'
import type { Language } from '@tiaoli/engine/names'
import { inLanguage, type Line } from './line.ts'
import { FORCE_LABELS, TESTABILITY_LABELS } from './enum-labels.ts'

/**
 * A pack as a readable book in Markdown: clause by clause its words, its force and what encodes it as rule text, then
 * the requirements without a clause of the document. A requirement is written out where it is first cited.
 */
export function handbook(policy: Policy, language: Language): string {
  const { plan } = policy
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  const { title, version } = plan.pack
  const { number, issuer, issuedOn } = plan.document?.entry ?? {}
  const written = new Set<string>()
  const writeOut = (id: string) => {
    written.add(id)
    return requirementBlocks(policy, id, language)
  }
  const clauses = [...clauseEncodings(policy).values()].filter(({ clause }) => clause.document.pack === plan.pack.id)
  const chapters = clauses.flatMap((encoding) => [
    ...clauseBlocks(encoding, language),
    ...encoding.requirements.flatMap((id) =>
      written.has(id) || !citesDirectly(encoding, id) ? [seeAlso(plan, id, language)] : writeOut(id),
    ),
  ])
  const others = plan.requirements.filter(({ id }) => !written.has(id))
  return `${[
    `# ${title[language]}`,
    [number, issuer?.[language], issuedOn, say(`规则版本 ${version}`, `rules ${version}`)].filter(Boolean).join(' · '),
    say(
      '本手册由规则生成：每条先列原文，再列据以判定的要求。“待核”表示出处尚未核对原件。',
      'Made from the rules: each clause word for word, then the requirements by which it is judged. “to be verified” marks sources whose original has not been seen.',
    ),
    ...(clauses.length > 0 ? [`## ${say('条款', 'Clauses')}`, ...chapters] : []),
    ...(others.length > 0 ? [`## ${say('依据其他文件的要求', 'Requirements of other instruments')}`] : []),
    ...others.flatMap(({ id }) => writeOut(id)),
    `## ${say('名词', 'Terms')}`,
    termList(plan, language),
  ].join('\n\n')}\n`
}

/** Requirements that only reach a clause through a parameter, note or exception have their place elsewhere. */
function citesDirectly({ citers }: ClauseEncoding, id: string): boolean {
  return citers.some(({ way, requirement }) => way === 'requirement' && requirement === id)
}

function clauseBlocks({ clause, citers }: ClauseEncoding, language: Language): string[] {
  const words = (text: string) =>
    text
      .split('\n')
      .map((part) => `> ${part}`)
      .join('\n')
  const about = [FORCE_LABELS[clause.force], TESTABILITY_LABELS[clause.testability]].map((text: Text) => text[language])
  const { notEncoded } = clause
  const reason = citers.length === 0 && notEncoded ? [notEncoded[language]] : []
  const heading = language === 'zh' ? '不作判定：' : 'Not encoded: '
  return [
    clause.place ? `### ${clause.place[language]} \`${clause.reference}\`` : `### ${clause.reference}`,
    words(clause.text.zh),
    ...(language === 'en' ? [words(clause.text.en)] : []),
    `*${about.join(' · ')}*`,
    ...reason.map((text) => `${heading}${text}`),
  ]
}

function seeAlso(plan: Plan, id: string, language: Language): string {
  const title = textWithoutRecord(plan, plan.requirements.find((requirement) => requirement.id === id)!.title)
  return language === 'zh' ? `另见 \`${id}\` ${title.zh}` : `See also \`${id}\` ${title.en}`
}

/** Terms have a chapter of their own, and of cases the ids are enough here. */
function requirementBlocks(policy: Policy, id: string, language: Language): string[] {
  const { title, sections } = describeRequirement(policy, id, language)!
  const inFull = sections.filter(({ part }) => part !== 'terms' && part !== 'cases')
  const cases = policy.plan.cases.filter(({ case: item }) => item.expect.some(({ requirement }) => requirement === id))
  const ids = cases.map(({ case: item }) => item.id).join(language === 'zh' ? '、' : ', ')
  return [
    `#### ${title} \`${id}\``,
    [
      ...inFull.flatMap(({ heading, lines }) => [`- **${heading}**`, ...lines.map((item) => listItem(item, 1))]),
      ...(ids ? [`- **${language === 'zh' ? '用例' : 'Cases'}** ${ids}`] : []),
    ].join('\n'),
  ]
}

/** Every derived fact on which a requirement rests, once. */
function termList(plan: Plan, language: Language): string {
  const nodes = [...everythingIn(plan.requirements.flatMap(nodesOf))]
  const facts = new Set(nodes.flatMap((node) => (node.kind === 'fact' ? [node.fact] : [])))
  return [...plan.facts.values()]
    .flatMap((fact) => (fact.kind === 'derived' && facts.has(fact) ? [inLanguage(describeTerm(fact), language)] : []))
    .map((item) => listItem(item, 0))
    .join('\n')
}

function listItem({ text, below }: Line, depth: number): string {
  const own = `${'  '.repeat(depth)}- ${text.replaceAll('\n', ' ')}`
  return [own, ...below.map((item) => listItem(item, depth + 1))].join('\n')
}
