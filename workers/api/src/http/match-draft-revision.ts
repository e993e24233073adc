import type { Context } from 'hono'
import type { AppEnv } from '../platform/ports.ts'
import { findDraft, type Draft } from '../registry/draft-store.ts'
import { ProblemError } from '../problem/problem-error.ts'

export function etagOf({ revision }: Draft): string {
  return `"${revision}"`
}

/** The draft that a change is for, where it is still as the caller has seen it. */
export async function seenDraft(c: Context<AppEnv>, pack: string, id: string): Promise<Draft> {
  const draft = await findDraft(c.get('ports').sql, pack, id)
  const seen = c.req.header('if-match')
  if (seen === undefined || seen.trim() === '*') throw new ProblemError('revision-required')
  if (!seen.split(',').some((tag) => tag.trim() === etagOf(draft))) throw new ProblemError('revision-differs')
  return draft
}
