import type { Missing, Text } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'

/** What is not known, as one asks for it: a blank is no fault. */
export function questionOf(plan: Plan, { reason, fact, label, text }: Missing): Text {
  // A contradiction, a day to be given in full, an older ledger: what has to be looked at is a sentence already.
  if (text) return reason === 'missing_parameter' ? text : asked(text)
  const type = plan.facts.get(fact)?.type
  if (type === 'boolean')
    return { zh: `${label.zh.replace(/[。？]$/, '')}，是否属实？`, en: `Is this so: ${label.en}?` }
  if (type === 'date') return { zh: `${label.zh}是哪一天？`, en: `${label.en}: on which day?` }
  if (type === 'integer' || type === 'money') return { zh: `${label.zh}是多少？`, en: `${label.en}: how many?` }
  if (plan.scopes.has(fact)) return { zh: `${label.zh}有哪些记录？`, en: `${label.en}: which records are there?` }
  return { zh: `${label.zh}是什么？`, en: `${label.en}: what is it?` }
}

function asked({ zh, en }: Text): Text {
  return { zh: `${zh.replace(/。$/, '')}，请问实际情况？`, en: `${en.replace(/\.$/, '')}: how is it really?` }
}
