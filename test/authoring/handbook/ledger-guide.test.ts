import { ledgerGuide } from '@tiaoli/authoring'
import { compile } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { packIds } from '../../../scripts/read-pack.ts'
import { readPack } from '../../load-packs.ts'

describe.each(packIds())('the guide to ledgers of %s', (id) => {
  const policy = compile(readPack(id))
  const parts = /\.(value|attestedOn|attestedBy|evidenceRef)$/

  it.each(['zh', 'en'] as const)('tells of every list and every entry what it means, in %s', (language) => {
    const guide = ledgerGuide(policy, language)
    for (const { list, parent, label } of policy.plan.scopes.values())
      if (parent) expect(guide).toContain(`- \`${list}\` ${label[language]}`)
    for (const fact of policy.plan.facts.values()) {
      if (fact.kind !== 'given' || fact.isKey || (parts.test(fact.name) && !fact.name.endsWith('.value'))) continue
      const entry = fact.path.join('.').replace(parts, '')
      expect(guide).toContain(`| \`${entry}\` | ${fact.label[language]} |`)
    }
  })

  it('says of every entry that may be null what that means', () => {
    const guide = ledgerGuide(policy, 'zh')
    const silent = [...policy.plan.facts.values()].filter(
      (fact) =>
        fact.kind === 'given' &&
        fact.nullable &&
        !parts.test(fact.name) &&
        !new RegExp(`\\| \`${fact.path.join('\\.')}\` .*\\| ${fact.none!.zh} \\|`).test(guide),
    )
    expect(silent.map(({ name }) => name)).toEqual([])
  })

  it('says in Chinese only what is Chinese', () => {
    const words = ledgerGuide(policy, 'zh').replaceAll(/`[^`]*`|Excel|JSON/g, '')
    expect(words.match(/[a-z]{2,}/gi) ?? []).toEqual([])
  })
})
