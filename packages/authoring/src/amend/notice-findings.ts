import type { Addition, Remark, Renamed } from './align-notice.ts'
import type { Passage } from './align-text.ts'

/** What joins the items of a list. */
const JOINS = /^(?:and|or)[;,.]?$/iu

/** What reading a notice has found beside the clauses. */
export class NoticeFindings {
  readonly added: Addition[] = []
  readonly remarks: Remark[] = []
  readonly renamed: Renamed[] = []

  add(text: string, { at }: Passage, place?: string): void {
    if (JOINS.test(text)) return
    this.added.push({ at, text, ...(place === undefined ? {} : { place }) })
  }

  remark(about: Remark['about'], { at, text }: Passage, words = text, touches: readonly number[] = []): void {
    const isKnown = this.remarks.some((other) => other.about === about && other.at === at && other.text === words)
    if (!isKnown) this.remarks.push({ about, at, text: words, ...(touches.length > 0 ? { touches } : {}) })
  }

  isRemarked({ at }: Passage): boolean {
    return this.remarks.some((other) => other.at === at)
  }

  rename(from: string, to: string): void {
    if (!this.renamed.some((other) => other.from === from)) this.renamed.push({ from, to })
  }
}
