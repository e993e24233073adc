import type { Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'
import { shownDocument } from '@tiaoli/engine/plan'
import type { Dossier } from './amend.ts'
import { item, blocksUnder, type Block } from './dossier-block.ts'
import type { LeftOpen } from './left-open-by.ts'

/** Other documents of the pack that the text names, and what it leaves open of that which they had changed. */
export function otherBlocks({ others, restored, leftOpen }: Dossier, language: Language): Block[] {
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
    ...blocksUnder(
      zh ? '恢复执行' : 'Carried out again',
      restored.map(({ clause, place, text, restoring: json, isDrafted }) => {
        return item(
          zh
            ? `${place.zh}（${clause}）：${text.zh} ${isDrafted ? `草案已写入 ${json}` : `草案没有写入，请在写明恢复的条款写 ${json}`}；原来的要求不随之恢复，请另写以新条款为依据的要求。`
            : `${place.en} (${clause}): ${text.en} ${isDrafted ? `the draft has ${json}` : `not in the draft; write ${json} on the clause that says so`}; requirements do not come back by that: write them on the new clause.`,
        )
      }),
    ),
    ...blocksUnder(
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
