import { STATUS_WORDS, type Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import { shownDocument } from '@tiaoli/engine/plan'
import type { FindingsComparison, StatusOrAbsent } from '../compare/compare-findings.ts'
import { groupedBy } from '../grouped-by.ts'
import { FORCE_LABELS } from '../handbook/enum-labels.ts'
import type { AmendedClause, Dossier } from './amend.ts'
import type { Fate } from './align-text.ts'
import type { LeftOpen } from './left-open-by.ts'
import { restoring } from './restoring.ts'
import { markedWords, type Run } from './marked-words.ts'
import type { Reading } from './told-reading.ts'

/** A part of a dossier, whatever it is written in. */
export interface Block {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'item'
  readonly runs: readonly Run[]
}

const FATE_WORDS: Record<AmendedClause['fate'], Text> = {
  moved: { zh: '移至他处', en: 'moved' },
  reworded: { zh: '改写', en: 'reworded' },
  split: { zh: '拆分', en: 'split' },
  merged: { zh: '合并', en: 'merged' },
  repunctuated: { zh: '只改标点', en: 'with other punctuation alone' },
  renamed: { zh: '更名', en: 'with another name' },
  dropped: { zh: '删去', en: 'dropped' },
  named: { zh: '通知提及此处，请核对', en: 'the notice names this place: to be read' },
}

const READING_WORDS: Record<Reading, Text> = {
  whole: {
    zh: '新文本按文件全文与原文逐条对照。',
    en: 'The new text was read as the whole document, clause by clause.',
  },
  notice: {
    zh: '新文本按修改通知读取：未提及的条款视为不变。',
    en: 'The new text was read as a notice: clauses of which it says nothing are taken to stay.',
  },
}

const REMARK_WORDS: Record<Dossier['remarks'][number]['about'], Text> = {
  'words-not-there': {
    zh: '原文中没有找到通知所引的文字，请核对：',
    en: 'the document does not have the words that are quoted, to be read: ',
  },
  'place-not-there': {
    zh: '原文没有通知所说的位置，请核对：',
    en: 'the document does not have the place that is named, to be read: ',
  },
  'prolonged-without-day': {
    zh: '通知延长有效期而没有写明到哪一天，请核对：',
    en: 'prolongs the document without saying to which day, to be read: ',
  },
  'also-named': {
    zh: '所提的条款已由通知的其他内容修改，请核对：',
    en: 'also speaks of a clause that another sentence of the notice changes, to be read: ',
  },
  'days-differ': {
    zh: '同一条款分几个日期修改，先后由人确定，草案没有写入：',
    en: 'a clause is changed on several days, and a person has to put them in order; not in the draft: ',
  },
  'day-unclear': {
    zh: '一句中有几项要求，日期属于哪一项由人确定，草案没有写入：',
    en: 'orders several things, and a person has to say from which day each of them is ordered; not in the draft: ',
  },
  'changed-later': {
    zh: '所改的条款另有文件从以后的日期起修改，先后由人确定，草案没有写入：',
    en: 'a document in the pack changes the same clause on a later day, and a person has to put them in order; not in the draft: ',
  },
  'says-more': {
    zh: '所改的条款还说明其他内容，草案让它全部由新条款取代，请把其余部分另写成条款：',
    en: 'the clause that is changed says more, and the draft replaces all of it; write the rest as clauses of their own: ',
  },
  transitional: {
    zh: '过渡规定，草案没有写入，哪些情形仍按原规定由人确定：',
    en: 'a transitional rule, not in the draft; to what the earlier words still apply, a person decides: ',
  },
  'beside-open': {
    zh: '所改的条款中，有的还有一处修改没有找到对应的文字；对这些条款的修改没有写入草案，由人一并处理：',
    en: 'some of the clauses that it changes are also changed in a way that could not be carried out; what is ordered of these is not in the draft, for a person to do together: ',
  },
  'place-by-words': {
    zh: '通知所说的款或者段，是按新文字的内容对应到上列条款的，请核对：',
    en: 'the paragraph that is named was found by its new words, to be read: ',
  },
  'term-of-clauses': {
    zh: '通知给部分条款规定了期限，或者暂停、恢复，草案没有写入，由人确定：',
    en: 'gives some of the clauses a term, or halts them, which is not in the draft; a person decides: ',
  },
  defines: {
    zh: '通知给出定义；是否就是下列条款所用的含义，由人确定：',
    en: 'gives a word a meaning; whether it is the sense of these clauses, a person decides: ',
  },
  'not-carried-out': {
    zh: '通知还有要求，草案没有写入，请由人阅读：',
    en: 'orders something else that is not in the draft, to be read by a person: ',
  },
  renumbered: { zh: '只调整序号，条款内容不变：', en: 'changes numbers only, and no words: ' },
}

/** What is listed with the clauses that it names. */
const LISTED: ReadonlySet<Dossier['remarks'][number]['about']> = new Set(['term-of-clauses', 'not-carried-out'])

/** Which reading was taken though the text does not show it. */
const DOUBT_WORDS: Record<Reading, Text> = {
  whole: {
    zh: '请先核对：新文本没有写明它是全文还是修改通知。如果只是修改通知，请注明按修改通知（notice）重新对照，否则未提及的条款会全部删去。',
    en: 'To be checked first: the text does not show whether it is the whole document or a notice. If it is a notice, lay it beside the document again with the reading notice; else clauses of which it says nothing are dropped.',
  },
  notice: {
    zh: '请先核对：新文本没有写明它是修改通知还是全文。如果是重新印发的全文，请注明按全文（whole）重新对照。',
    en: 'To be checked first: the text does not show whether it is a notice or the whole document. If it is the reissued document, lay it beside the earlier one again with the reading whole.',
  },
}

/** From this share of the clauses on, what a reissued document leaves out is said before all else. */
const MUCH_DROPPED = 0.25

const NO_CHANGE: Text = { zh: '本通知没有修改该文件。', en: 'The notice changes nothing of the document.' }
const ONLY_NEAR: Text = {
  zh: '本通知没有写明如何修改该文件，只有下列条款与它的文字相近，请核对。',
  en: 'The notice orders no change of the document. Its words come near the clauses below, to be read.',
}

/** The lines that those sign who answer for a change. */
const SIGNATURES: readonly Text[] = [
  { zh: '拟稿：', en: 'Drafted by:' },
  { zh: '审核：', en: 'Reviewed by:' },
  { zh: '批准：', en: 'Approved by:' },
].map(({ zh, en }) => ({
  zh: `${zh}${'　'.repeat(10)}日期：　　　　年　　月　　日`,
  en: `${en}${'\u{2003}'.repeat(12)}Date:`,
}))

const WAY_WORDS = {
  requirement: { zh: '要求', en: 'requirement' },
  exception: { zh: '例外', en: 'exception' },
  note: { zh: '提示', en: 'note' },
  parameter: { zh: '参数', en: 'parameter' },
  due: { zh: '期限所在的句子', en: 'sentence of its last day' },
} satisfies Record<string, Text>

const PARTLY_ENDED: Text = {
  zh: '；依据只有一部分改变，起始日期以后不符合的由人工研判，请核对',
  en: '; only part of its ground changes, and what is not met from the first day on is for a person to judge: to be read',
}

const TEXT_KIND_WORDS = { exception: WAY_WORDS.exception, note: WAY_WORDS.note, horizon: { zh: '规划期', en: 'plan' } }

/** What a draft changes of the findings on a ledger. */
export interface Effect {
  readonly findings: FindingsComparison
  /** Of the requirements, by their ids. */
  readonly titles: ReadonlyMap<string, Text>
}

/** A dossier to read and sign, with the effect on a ledger where one was compared. */
export function dossierBlocks(dossier: Dossier, language: Language, effect?: Effect): Block[] {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  const words = ({ zh, en }: Text) => say(zh, en)
  const { amends, document, kept, added } = dossier
  const clauses = dossier.clauses.filter(({ isLetterhead }) => isLetterhead !== true)
  const letterhead = dossier.clauses.filter(({ isLetterhead }) => isLetterhead)
  const toRead = clauses.filter(({ fate }) => fate === 'named').length
  const dropped = clauses.filter(({ fate }) => fate === 'dropped').length
  const isMuchDropped = dossier.reading === 'whole' && dropped >= MUCH_DROPPED * (clauses.length + kept)
  const of = words(shownDocument({ entry: amends }))
  const by = document.title
    ? words(shownDocument({ entry: { title: document.title, number: document.number } }))
    : document.id
  const between = say('、', ', ')
  const isOfAnother = changesNothing(dossier)
  const own = isOfAnother ? [] : added
  const resting = (title: string, id: string, cited: readonly string[], more = '') =>
    item(
      say(
        `${title}（${id}）：依据 ${cited.join('、')}${more}`,
        `${title} (${id}): rests on ${cited.join(', ')}${more}`,
      ),
    )
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
    ...(isOfAnother ? [paragraph(words(clauses.length > 0 ? ONLY_NEAR : NO_CHANGE))] : []),
    heading(
      say(
        `条款：改变 ${clauses.length - toRead} 条，${toRead > 0 ? `待核对 ${toRead} 条，` : ''}不变 ${kept} 条，新增文字 ${own.length} 处`,
        `Clauses: ${clauses.length - toRead} changed, ${toRead > 0 ? `${toRead} to be read, ` : ''}${kept} as before, ${own.length} new passages`,
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
    ...own.map(({ text, place }): Block => ({
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
                  `延续至 ${dossier.prolongedTo}：在此期间继续有效。`,
                  `prolonged to ${dossier.prolongedTo}: it holds until then.`,
                )
              : say(
                  `延续至 ${dossier.prolongedTo}：规划期届满后由人工研判的事项，在此期间按原文评价。`,
                  `prolonged to ${dossier.prolongedTo}: what goes to review after the years of the plan is judged by the text until then.`,
                ),
          ),
        ]),
    ...otherBlocks(dossier, language),
    ...renamedBlocks(dossier, language),
    ...section(
      say('标题、文号、日期等', 'Title, number, date and the like'),
      letterhead.flatMap((clause) => clauseBlocks([clause], language)),
    ),
    ...section(
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
    ...section(
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
    ...section(
      say('通知自己的内容', 'What the notice says itself'),
      isOfAnother ? added.map(({ text }) => item(text)) : [],
    ),
    ...section(
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
    ...section(
      say('受影响的参数取值', 'Values of parameters that rest on them'),
      dossier.parameters.map(({ id, label, clauses: cited }) => resting(words(label), id, cited)),
    ),
    ...section(
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
    ...section(
      say('受影响的文字', 'Texts that rest on them'),
      dossier.texts.map(({ kind, id, text, clauses: cited }) =>
        resting(`${words(TEXT_KIND_WORDS[kind])}${say('：', ': ')}${words(text)}`, id, cited),
      ),
    ),
    ...section(
      say('要重新核对的案例', 'Cases to look at again'),
      [...groupedBy(dossier.cases, ({ file }) => file)].map(([file, cases]) =>
        item(say(`${file}：${cases.length} 个`, `${file}: ${cases.length}`)),
      ),
    ),
    ...(effect ? effectBlocks(effect, dossier, language) : []),
    ...SIGNATURES.map((signature) => paragraph(words(signature))),
  ]
}

function heading(text: string): Block {
  return { kind: 'heading', runs: [{ text }] }
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', runs: [{ text }] }
}

function item(text: string): Block {
  return { kind: 'item', runs: [{ text }] }
}

function section(title: string, items: readonly Block[]): Block[] {
  return items.length > 0 ? [heading(title), ...items] : []
}

/** Whether a notice does nothing to the document, whatever clauses its words come near. */
function changesNothing({ reading, clauses, added, remarks, prolongedTo, others, restored }: Dossier): boolean {
  const isPut = added.some(({ place }) => place !== undefined)
  return (
    reading === 'notice' &&
    clauses.every(({ fate }) => fate === 'named') &&
    !isPut &&
    remarks.length === 0 &&
    others.every(({ isRepealed }) => !isRepealed) &&
    restored.length === 0 &&
    prolongedTo === undefined
  )
}

/** Clauses one by one, but those that the same words name together. */
function namedTogether(clauses: readonly AmendedClause[]): AmendedClause[][] {
  const groups: AmendedClause[][] = []
  for (const clause of clauses) {
    const before = groups.at(-1)
    const isSame =
      clause.fate === 'named' && before?.[0]?.fate === 'named' && before[0].after.join() === clause.after.join()
    if (before && isSame) before.push(clause)
    else groups.push([clause])
  }
  return groups
}

function clauseBlocks(group: readonly AmendedClause[], language: Language): Block[] {
  const zh = language === 'zh'
  return group.flatMap(({ clause, place, fate, before, after }, i): Block[] => {
    const head = `${place[language]}（${clause}）${FATE_WORDS[fate][language]}`
    const name = zh ? head : `${place.en} (${clause}), ${FATE_WORDS[fate].en}`
    // What names several is said with the last of them.
    const now = i < group.length - 1 ? '' : after.join(zh ? '' : ' ')
    return [{ kind: 'item', runs: [{ text: `${name}${zh ? '：' : ': '}` }, ...marked(before.zh, now, fate)] }]
  })
}

/** The words of a clause with what became of them. */
function marked(before: string, after: string, fate: Fate): Run[] {
  if (fate === 'moved') return [{ text: before }]
  if (fate === 'dropped') return [{ text: before, mark: 'removed' }]
  if (fate === 'named')
    return after === '' ? [{ text: before }] : [{ text: `${before} ` }, { text: after, mark: 'added' }]
  return markedWords(before, after)
}

/** Other documents of the pack that the text names, and what it leaves open of that which they had changed. */
function otherBlocks({ others, restored, leftOpen }: Dossier, language: Language): Block[] {
  const zh = language === 'zh'
  return [
    ...others.map(({ id, title, number, isRepealed }) => {
      const name = shownDocument({ entry: number === undefined ? { title } : { title, number } })[language]
      if (isRepealed)
        return item(
          zh ? `同时废止 ${name}（${id}），草案已写入。` : `it also repeals ${name} (${id}), as the draft has it.`,
        )
      return item(
        zh
          ? `文中提到规则包中的另一文件 ${name}（${id}），没有与它对照：如果要修改的是它，请加 --amends ${id} 重新对照。`
          : `the text names another document of the pack, ${name} (${id}), and was not laid beside it: if it is that which changes, lay the text beside it with --amends ${id}.`,
      )
    }),
    ...section(
      zh ? '恢复执行' : 'Carried out again',
      restored.map(({ clause, place, text, by, isDrafted }) => {
        const json = restoring(by, text)
        return item(
          zh
            ? `${place.zh}（${clause}）：${text.zh} ${isDrafted ? `草案已写入 ${json}` : `草案没有写入，请在写明恢复的条款写 ${json}`}；原来的要求不随之恢复，请另写以新条款为依据的要求。`
            : `${place.en} (${clause}): ${text.en} ${isDrafted ? `the draft has ${json}` : `not in the draft; write ${json} on the clause that says so`}; requirements do not come back by that: write them on the new clause.`,
        )
      }),
    ),
    ...section(
      zh ? '不因此恢复的规定，由人确定' : 'What does not come back by that, for a person to decide',
      leftOpen.map((left) => item(zh ? leftOpenInChinese(left) : leftOpenInEnglish(left))),
    ),
  ]
}

const CHANGED_WORDS: Record<LeftOpen['how'], Text> = {
  ends: { zh: '废止', en: 'ended' },
  replaces: { zh: '代替', en: 'replaced' },
  continues: { zh: '修改', en: 'amended' },
  prolongs: { zh: '延长', en: 'prolonged' },
}

function leftOpenInChinese({ id, place, text, how, by, from, requirements, restoring: json }: LeftOpen): string {
  const name = place ? `${place.zh}（${id}）“${text?.zh ?? ''}”` : id
  const changed = `${name}：由 ${by} ${CHANGED_WORDS[how].zh}，${by} 自 ${from} 起不再有效`
  if (how === 'prolongs') return `${changed}，延长后的日期仍在沿用，是否还有效由人确定。`
  const resting = requirements.length > 0 ? `要求 ${requirements.join('、')} 不再执行；` : ''
  const way = json === undefined ? '' : `恢复的，在写明恢复的条款写 ${json}，并另写要求。`
  return `${changed}，原规定不因此恢复，也没有规定代替；${resting}是否恢复执行由人确定。${way}`
}

function leftOpenInEnglish({ id, place, text, how, by, from, requirements, restoring: json }: LeftOpen): string {
  const name = place ? `${place.en} (${id}), “${text?.en ?? ''}”` : id
  const changed = `${name}: ${by} ${CHANGED_WORDS[how].en} it, and holds no longer from ${from} on`
  if (how === 'prolongs')
    return `${changed}; the further days are still followed, and whether they hold a person decides.`
  const resting = requirements.length > 0 ? ` ${requirements.join(', ')} are not carried out.` : ''
  const way =
    json === undefined ? '' : ` If it does, write ${json} on the clause that says so, and the requirement anew.`
  return `${changed}; the earlier words do not come back by that, and nothing is in their place.${resting} Whether they do, a person decides.${way}`
}

/** What has the old name of a body, for a person to look at. */
function renamedBlocks({ renamed }: Dossier, language: Language): Block[] {
  if (!renamed) return []
  const zh = language === 'zh'
  const list = (title: Text, ids: readonly string[]) =>
    ids.length > 0 ? [item(`${title[language]}${zh ? '：' : ': '}${ids.join(zh ? '、' : ', ')}`)] : []
  return section(zh ? '更名后要核对的名称和文字' : 'Names and words to look at', [
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

/** To whom a requirement did not apply, its end changes nothing. */
function isSeen({ from, to }: { from: StatusOrAbsent; to: StatusOrAbsent }): boolean {
  return !(from === 'not_applicable' && to === 'absent') && !(from === 'absent' && to === 'not_applicable')
}

/** What has become of a requirement that is not there any more: its clauses are gone, or nobody has written the new ones as rules. */
function absentWords(requirement: string, { requirements, clauses }: Dossier): Text {
  const resting = requirements.find(({ id }) => id === requirement)?.clauses ?? []
  const isGone = clauses.every(({ clause, fate }) => fate === 'dropped' || !resting.includes(clause))
  return isGone
    ? { zh: '不适用（不在施行期内）', en: 'not in force' }
    : { zh: '新条款尚未写成规则', en: 'the new words are no rule yet' }
}

function effectBlocks({ findings, titles }: Effect, dossier: Dossier, language: Language): Block[] {
  const zh = language === 'zh'
  const status = (of: StatusOrAbsent, requirement: string) =>
    of === 'absent' ? absentWords(requirement, dossier)[language] : STATUS_WORDS[of][language]
  const changed = findings.requirements
    .flatMap(({ transitions }) => transitions.filter(isSeen))
    .reduce((sum, { count }) => sum + count, 0)
  const title = zh
    ? `对台账的影响：${findings.compared} 项结论中有 ${changed} 项改变`
    : `Effect on the ledger: ${changed} of ${findings.compared} findings change`
  return [
    heading(title),
    ...findings.requirements.flatMap(({ requirement, transitions }) =>
      transitions.filter(isSeen).map(({ from, to, count }) => {
        const seen = findings.examples.filter(
          (flip) => flip.requirement === requirement && flip.from === from && flip.to === to,
        )
        const subjects = [...new Set(seen.flatMap(({ subject }) => subject.id ?? []))].join(zh ? '、' : ', ')
        const name = titles.get(requirement)?.[language] ?? requirement
        const text = `${name}${zh ? '：' : ': '}${status(from, requirement)} → ${status(to, requirement)}${zh ? '，' : ', '}${count}`
        return item(
          subjects === ''
            ? text
            : `${text}${zh ? `（${subjects}${count > seen.length ? '等' : ''}）` : ` (${subjects}${count > seen.length ? ', …' : ''})`}`,
        )
      }),
    ),
  ]
}
