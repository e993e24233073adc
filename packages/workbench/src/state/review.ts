import { signal } from '@preact/signals'
import { approveDraft, rejectDraft } from './drafts.ts'
import { listPublications, publish, type Publication } from './publications.ts'
import { Revision } from './revision.ts'
import { loaded, NONE, type Loading } from './loading.ts'
import { type Work } from './work.ts'

/** A draft that somebody decides on. */
export class Review {
  readonly revision: Revision
  /** How it goes with what was decided last. */
  readonly writing = signal<Loading<void>>(NONE)
  readonly #work: Work

  constructor(work: Work) {
    this.#work = work
    this.revision = new Revision(work)
  }

  approve(reason: string): Promise<boolean> {
    return this.#write(async () => {
      this.revision.draft.value = await approveDraft(this.revision.draft.value!, reason.trim())
      await this.revision.learnDecisions()
    })
  }

  reject(reason: string): Promise<boolean> {
    return this.#write(async () => {
      this.revision.draft.value = await rejectDraft(this.revision.draft.value!, reason.trim())
    })
  }

  /** Publishes a version; this page goes by it from then on. */
  publish(version: number, reason: string, last?: Publication): Promise<boolean> {
    const rules = this.#work.inForce.rules.value
    if (rules.state !== 'ready') return Promise.resolve(false)
    const { id, version: shown } = rules.value
    return this.#write(async () => {
      // After what was shown last as being in force: what somebody has published since, nobody has seen here.
      const seen = last ?? (await listPublications(id)).find((publication) => publication.version === shown)
      await publish(id, version, seen?.seq ?? 0, reason.trim())
      await this.#work.renewRules()
      await this.revision.learnDecisions()
    })
  }

  /** Whether it was done. */
  async #write(act: () => Promise<void>): Promise<boolean> {
    this.writing.value = { state: 'loading' }
    const written = await loaded(act)
    this.writing.value = written
    return written.state === 'ready'
  }
}
