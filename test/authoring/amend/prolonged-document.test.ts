import { amend, dossierBlocks, dossierMarkdown } from '@tiaoli/authoring'
import { compile } from '@tiaoli/engine'
import { expect, it } from 'vitest'
import { toyPack, words } from '../../support/toy-pack.ts'

it.each([
  [{}, 'prolonged to 2030-12-31: it holds until then.'],
  [
    { horizon: { to: '2020-12-31', text: words('届满') } },
    'prolonged to 2030-12-31: what goes to review after the years of the plan is judged by the text until then.',
  ],
])('a dossier speaks of the years of a plan where the document has them: %j', (document, says) => {
  const pack = toyPack({ document: { ...document, effective: { from: '2018-01-01', to: '2028-01-01' } } })
  const text = '关于延长有效期的通知\n《厨房卫生》的有效期延长至2030年12月31日。'
  const dossier = amend(pack, compile(pack), { id: 'notice', from: '2027-01-01', reading: 'notice', text })
  expect(dossierMarkdown(dossierBlocks(dossier, 'en'))).toContain(says)
})
