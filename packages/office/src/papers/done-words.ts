import { escapedPattern } from '../escaped-pattern.ts'
import type { Plan } from '@tiaoli/engine/plan'

/** How the engine says of a day that it has come, and no more. */
const DONE = '已完成（日期不详）'

/**
 * Sentences about what was done on a day that is not known, by what the catalogue says where nothing was: 尚未述职 becomes
 * 已述职，日期不详. Where it says nothing of that kind, the day is not known: 律所成立日期不详.
 */
export class DoneWords {
  readonly #words = new Map<string, string>()
  readonly #pattern: RegExp

  constructor({ scopes }: Plan) {
    for (const { type, label, none } of [...scopes.values()].flatMap(({ given }) => given)) {
      if (type !== 'date') continue
      const done = /^(?:尚未|没有|未)((?!.*已)\p{Script=Han}{2,4})$/u.exec(none?.zh ?? '')?.[1]
      this.#words.set(label.zh, done === undefined ? notKnown(label.zh) : `已${done}，日期不详`)
    }
    const labels = [...this.#words.keys()].sort((a, b) => b.length - a.length)
    const escaped = labels.map((label) => escapedPattern(label)).join('|')
    this.#pattern = new RegExp(`(${escaped || '(?!)'})(?:：|为|现填)?${DONE}`, 'g')
  }

  in(text: string): string {
    if (!text.includes(DONE)) return text
    return text.replaceAll(this.#pattern, (_, label: string) => this.#words.get(label)!)
  }
}

function notKnown(label: string): string {
  return label.endsWith('日期') ? `${label}不详` : `${label}：日期不详`
}
