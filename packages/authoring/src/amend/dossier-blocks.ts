import type { Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import { groupedBy, shownDocument } from '@tiaoli/engine/plan'
import { FORCE_LABELS } from '../handbook/enum-labels.ts'
import type { Dossier } from './amend.ts'
import { heading, item, paragraph, blocksUnder, type Block } from './dossier-block.ts'
import { clauseBlocks, namedTogether } from './dossier-clauses.ts'
import { effectBlocks, type Effect } from './dossier-effect.ts'
import { otherBlocks } from './dossier-others.ts'
import {
  DOUBT_WORDS,
  NO_CHANGE,
  ONLY_NEAR,
  PARTLY_ENDED,
  READING_WORDS,
  REMARK_WORDS,
  SIGNATURES,
  TEXT_KIND_WORDS,
  WAY_WORDS,
} from './dossier-words.ts'

/** What is listed with the clauses that it names. */
const LISTED: ReadonlySet<Dossier['remarks'][number]['about']> = new Set(['term-of-clauses', 'not-carried-out'])

/** From this share of the clauses on, what a reissued document leaves out is said before all else. */
const MUCH_DROPPED = 0.25

/** A dossier to read and sign, with the effect on a ledger where one was compared. */
export function dossierBlocks(dossier: Dossier, language: Language, effect?: Effect): Block[] {
  return [
    ...headBlocks(dossier, language),
    ...changeBlocks(dossier, language),
    ...restingBlocks(dossier, language),
    ...(effect ? effectBlocks(effect, dossier, language) : []),
    ...SIGNATURES.map((signature) => paragraph(signature[language])),
  ]
}

/** Sentences in one of the two languages. */
function speaking(language: Language) {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  return { say, words: ({ zh, en }: Text) => say(zh, en), between: say('、', ', ') }
}

/** What can change in a dossier: its letterhead apart. */
function changedClauses({ clauses }: Dossier) {
  return clauses.filter(({ isLetterhead }) => isLetterhead !== true)
}

/** Which document changes which, from when, how the text was read, and what is to be checked before all else. */
function headBlocks(dossier: Dossier, language: Language): Block[] {
  const { say, words } = speaking(language)
  const { amends, document, kept } = dossier
  const clauses = changedClauses(dossier)
  const dropped = clauses.filter(({ fate }) => fate === 'dropped').length
  const isMuchDropped = dossier.reading === 'whole' && dropped >= MUCH_DROPPED * (clauses.length + kept)
  const of = words(shownDocument({ entry: amends }))
  const by = document.title
    ? words(shownDocument({ entry: { title: document.title, number: document.number } }))
    : document.id
  return [
    { kind: 'title', runs: [{ text: say(`修改对照：${of}`, `Amendment of ${of}`) }] },
    paragraph(
      say(`新文件：${by}，自 ${document.from} 起施行。`, `New document: ${by}, in force from ${document.from} on.`),
    ),
    ...(dossier.statedFrom === undefined
      ? []
      : [
          paragraph(
            say(
              `通知写明自 ${dossier.statedFrom} 起施行，与所给的 ${document.from} 不一致，请核对。`,
              `The text says that it is in force from ${dossier.statedFrom} on, and ${document.from} was given: to be read.`,
            ),
          ),
        ]),
    ...(amends.ofPack === undefined
      ? []
      : [
          paragraph(
            say(
              `该文件属于所用的规则包 ${amends.ofPack}，草案写入本规则包；使用该规则包的其他规则包不受影响。`,
              `The document belongs to the pack ${amends.ofPack}, which this one uses. The draft is for this pack, and changes nothing for others that use it.`,
            ),
          ),
        ]),
    ...(dossier.lastDay === undefined
      ? []
      : [
          paragraph(
            say(
              `新文件写明有效至 ${dossier.lastDay}，草案已写入；此后各条不再有效。`,
              `The text says that it holds to ${dossier.lastDay}, as the draft has it: none of its clauses holds after that day.`,
            ),
          ),
        ]),
    paragraph(words(READING_WORDS[dossier.reading])),
    ...(dossier.isReadingDoubtful ? [paragraph(words(DOUBT_WORDS[dossier.reading]))] : []),
    ...(isMuchDropped
      ? [
          paragraph(
            say(
              `新文本没有原文 ${clauses.length + kept} 条中的 ${dropped} 条，草案让它们自 ${document.from} 起失效。`,
              `The text leaves out ${dropped} of the ${clauses.length + kept} clauses, and the draft ends them from ${document.from} on.`,
            ),
          ),
        ]
      : []),
    ...(changesNothing(dossier) ? [paragraph(words(clauses.length > 0 ? ONLY_NEAR : NO_CHANGE))] : []),
  ]
}

/** What becomes of the clauses, and what the text says beside that. */
function changeBlocks(dossier: Dossier, language: Language): Block[] {
  const { say, words } = speaking(language)
  const { kept } = dossier
  const clauses = changedClauses(dossier)
  const letterhead = dossier.clauses.filter(({ isLetterhead }) => isLetterhead)
  const toRead = clauses.filter(({ fate }) => fate === 'named').length
  const added = changesNothing(dossier) ? [] : dossier.added
  return [
    heading(
      say(
        `条款：改变 ${clauses.length - toRead} 条，${toRead > 0 ? `待核对 ${toRead} 条，` : ''}不变 ${kept} 条，新增文字 ${added.length} 处`,
        `Clauses: ${clauses.length - toRead} changed, ${toRead > 0 ? `${toRead} to be read, ` : ''}${kept} as before, ${added.length} new ${added.length === 1 ? 'passage' : 'passages'}`,
      ),
    ),
    ...(dossier.endsOn === undefined
      ? []
      : [
          item(
            dossier.reading === 'whole'
              ? say(
                  `原文件自 ${dossier.endsOn} 起废止，由新文件代替。`,
                  `the earlier document is repealed from ${dossier.endsOn} on, and the new one is in its place.`,
                )
              : say(
                  `全文废止：自 ${dossier.endsOn} 起，全部 ${clauses.length} 条不再有效。`,
                  `repealed as a whole: from ${dossier.endsOn} on, none of its ${clauses.length} clauses holds.`,
                ),
          ),
        ]),
    ...(dossier.endsOn === undefined || dossier.reading === 'whole'
      ? namedTogether(clauses).flatMap((group) => clauseBlocks(group, language))
      : []),
    ...added.map(({ text, place }): Block => ({
      kind: 'item',
      runs: [
        { text: place === undefined ? say('新增：', 'new: ') : say(`新增（${place}）：`, `new (${place}): `) },
        { text, mark: 'added' },
      ],
    })),
    ...dossier.remarks.map(({ about, text, touches }) =>
      item(
        words(REMARK_WORDS[about]) +
          text +
          (touches && !LISTED.has(about)
            ? say(`（涉及 ${touches.join('、')}）`, ` (speaks of ${touches.join(', ')})`)
            : ''),
      ),
    ),
    ...(dossier.prolongedTo === undefined
      ? []
      : [
          item(
            dossier.planTo === undefined
              ? say(
                  `延续至 ${dossier.prolongedTo}：在此期间继续有效；此后规则不会自行失效，届时是否仍然有效由人确定。`,
                  `prolonged to ${dossier.prolongedTo}: it holds until then. The rules do not end by themselves after that: whether they still hold then, a person decides.`,
                )
              : say(
                  `延续至 ${dossier.prolongedTo}：规划期届满后由人工研判的事项，在此期间按原文评价。`,
                  `prolonged to ${dossier.prolongedTo}: what goes to review after the years of the plan is judged by the text until then.`,
                ),
          ),
        ]),
    ...otherBlocks(dossier, language),
    ...renamedBlocks(dossier, language),
    ...blocksUnder(
      say('标题、文号、日期等', 'Title, number, date and the like'),
      letterhead.flatMap((clause) => clauseBlocks([clause], language)),
    ),
  ]
}

/** What rests on the changed clauses. */
function restingBlocks(dossier: Dossier, language: Language): Block[] {
  const { say, words, between } = speaking(language)
  const resting = (title: string, id: string, cited: readonly string[], more = '') =>
    item(
      say(
        `${title}（${id}）：依据 ${cited.join('、')}${more}`,
        `${title} (${id}): rests on ${cited.join(', ')}${more}`,
      ),
    )
  return [
    ...blocksUnder(
      say('约束力', 'Force'),
      dossier.forces.map(({ clause, before, after, requirements }) => {
        const [was, now] = [words(FORCE_LABELS[before]), after && words(FORCE_LABELS[after])]
        const who =
          requirements.length === 0
            ? say('没有要求以此为依据', 'no requirement rests on it')
            : requirements.join(between)
        return item(
          now === undefined
            ? say(
                `${clause}：原为“${was}”，来自同一句中已经改动的用词，现在如何由人确定：${who}`,
                `${clause}: was “${was}” by words of its sentence that have changed; what it is now, a person decides: ${who}`,
              )
            : say(
                `${clause}：“${was}”变为“${now}”，以此为依据的要求须按新的约束力改写：${who}`,
                `${clause}: “${was}” becomes “${now}”; what rests on it has to be written with the new force: ${who}`,
              ),
        )
      }),
    ),
    ...blocksUnder(
      say('另有起始日期', 'Other first days'),
      dossier.starts.map(({ written, day, text, isDrafted }) => {
        const when = day ?? written
        return item(
          isDrafted
            ? say(`自 ${when} 起，草案已按此写入：${text}`, `from ${when}, as the draft has it: ${text}`)
            : say(
                `${when}，草案没有写入，由人确定：${text}`,
                `${when}, not in the draft, for a person to decide: ${text}`,
              ),
        )
      }),
    ),
    ...blocksUnder(
      say('通知自己的内容', 'What the notice says itself'),
      changesNothing(dossier) ? dossier.added.map(({ text }) => item(text)) : [],
    ),
    ...blocksUnder(
      say('受影响的要求', 'Requirements that rest on them'),
      dossier.requirements.map(({ id, title, clauses: cited, ways, isPartlyEnded }) =>
        resting(
          words(title),
          id,
          cited,
          say('（', ' (') +
            ways.map((way) => words(WAY_WORDS[way])).join(between) +
            say('）', ')') +
            (isPartlyEnded ? words(PARTLY_ENDED) : ''),
        ),
      ),
    ),
    ...blocksUnder(
      say('受影响的参数取值', 'Values of parameters that rest on them'),
      dossier.parameters.map(({ id, label, clauses: cited }) => resting(words(label), id, cited)),
    ),
    ...blocksUnder(
      say('新文字中的数字可能回答的待定参数', 'Open parameters that numbers of the new words may answer'),
      dossier.open.map(({ id, label, requirements }) =>
        item(
          say(
            `${words(label)}（${id}）：${requirements.join('、')} 使用`,
            `${words(label)} (${id}): used by ${requirements.join(', ')}`,
          ),
        ),
      ),
    ),
    ...blocksUnder(
      say('受影响的文字', 'Texts that rest on them'),
      dossier.texts.map(({ kind, id, text, clauses: cited }) =>
        resting(`${words(TEXT_KIND_WORDS[kind])}${say('：', ': ')}${words(text)}`, id, cited),
      ),
    ),
    ...blocksUnder(
      say('要重新核对的案例', 'Cases to look at again'),
      [...groupedBy(dossier.cases, ({ file }) => file)].map(([file, cases]) =>
        item(say(`${file}：${cases.length} 个`, `${file}: ${cases.length}`)),
      ),
    ),
  ]
}

/** What has the old name of a body, for a person to look at. */
function renamedBlocks({ renamed }: Dossier, language: Language): Block[] {
  if (!renamed) return []
  const zh = language === 'zh'
  const list = (title: Text, ids: readonly string[]) =>
    ids.length > 0 ? [item(`${title[language]}${zh ? '：' : ': '}${ids.join(zh ? '、' : ', ')}`)] : []
  return blocksUnder(zh ? '更名后要核对的名称和文字' : 'Names and words to look at', [
    ...renamed.names.map(({ from, to }) =>
      item(
        zh
          ? `“${from}”更名为“${to}”：要求、例外照旧，由新名称的单位承担。`
          : `“${from}” is now called “${to}”: requirements and exceptions go on, for the body of that name.`,
      ),
    ),
    ...list(
      { zh: '责任主体和其他单位', en: 'bearers and other bodies' },
      renamed.bodies.map(({ id, label }) => (zh ? `${label.zh}（${id}）` : `${label.en} (${id})`)),
    ),
    ...list({ zh: '要求的文字', en: 'texts of requirements' }, renamed.requirements),
    ...list({ zh: '参数', en: 'parameters' }, renamed.parameters),
    ...list({ zh: '事实', en: 'facts' }, renamed.facts),
  ])
}

/** Whether a notice does nothing to the document, whatever clauses its words come near. */
function changesNothing({
  reading,
  hasOrders,
  clauses,
  added,
  remarks,
  prolongedTo,
  others,
  restored,
}: Dossier): boolean {
  const isPut = added.some(({ place }) => place !== undefined)
  return (
    reading === 'notice' &&
    !hasOrders &&
    clauses.every(({ fate }) => fate === 'named') &&
    !isPut &&
    remarks.length === 0 &&
    others.every(({ isRepealed }) => !isRepealed) &&
    restored.length === 0 &&
    prolongedTo === undefined
  )
}
