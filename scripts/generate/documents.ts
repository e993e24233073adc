import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { handbook, ledgerGuide } from '@tiaoli/authoring'
import { compile } from '@tiaoli/engine'
import { readPack } from '../read-pack.ts'
import { attacks } from './attacks.ts'
import { clauseTable } from './clause-table.ts'
import { conditionLanguage } from './condition-language.ts'
import { forms } from './forms.ts'
import { limits } from './limits.ts'
import { markdown } from './markdown.ts'
import { sampleCity } from './sample-city.ts'

const PACK = 'ganzhou-2018-32'

/** What people read that follows from a pack or from tests; by path under docs/. */
export function documents(rules: string): [path: string, text: string][] {
  const policy = compile(readPack(PACK))
  const ledger: unknown = JSON.parse(readFileSync(join(rules, PACK, 'samples', 'city-of-79.json'), 'utf8'))
  return [
    ['attacks.md', attacks(join(rules, '..'))],
    ['json-rules-engine.md', conditionLanguage()],
    ['limits.md', limits(join(rules, '..'))],
    [`${PACK}/clauses.md`, clauseTable(policy)],
    [`${PACK}/forms.md`, forms(policy, 'en')],
    [`${PACK}/forms.zh-CN.md`, forms(policy, 'zh')],
    [`${PACK}/handbook.md`, markdown([handbook(policy, 'en').trimEnd()])],
    [`${PACK}/handbook.zh-CN.md`, markdown([handbook(policy, 'zh').trimEnd()])],
    [`${PACK}/ledger.md`, markdown([ledgerGuide(policy, 'en').trimEnd()])],
    [`${PACK}/ledger.zh-CN.md`, markdown([ledgerGuide(policy, 'zh').trimEnd()])],
    [`${PACK}/sample-city.md`, sampleCity(policy, ledger)],
  ]
}
