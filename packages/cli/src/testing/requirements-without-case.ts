import type { Plan } from '@tiaoli/engine/plan'

/** The requirements of the pack itself of which no case expects anything. */
export function requirementsWithoutCase({ pack, requirements, cases }: Plan): string[] {
  const expected = new Set(cases.flatMap((item) => item.case.expect.map(({ requirement }) => requirement)))
  return requirements.filter((item) => item.pack === pack.id && !expected.has(item.id)).map(({ id }) => id)
}
