import type { Finding } from '@tiaoli/engine'
import { FORCE_WORDS } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'

/** Whose duty it is, how strongly it binds, and who sees to it. */
export function bearerText({ texts, language }: Context, { dutyBearer, force, supervisor }: Finding): string {
  return texts.finding.bearer(dutyBearer.label[language], FORCE_WORDS[force][language], supervisor?.label[language])
}
