import type { Context } from 'hono'
import { ProblemError } from '../problem/problem-error.ts'
import { requireDraft, type Draft } from '../registry/draft-store.ts'
import type { AppEnv } from './app-env.ts'

export function draftETag({ revision }: Draft): string {
  return `"${revision}"`
}

/** The draft that a change is for; throws unless If-Match names its revision. */
export async function matchDraftRevision(c: Context<AppEnv>, pack: string, id: string): Promise<Draft> {
  const draft = await requireDraft(c.get('ports').sql, pack, id)
  const ifMatch = c.req.header('if-match')
  if (ifMatch === undefined || ifMatch.trim() === '*') throw new ProblemError('revision-required')
  if (!ifMatch.split(',').some((tag) => tag.trim() === draftETag(draft))) throw new ProblemError('revision-differs')
  return draft
}
