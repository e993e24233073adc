import { lintPack } from '@tiaoli/authoring'
import { loadPack } from '@tiaoli/engine'
import { formatDiagnostic } from '@tiaoli/engine/plan'
import { expect, it } from 'vitest'
import { packIds } from '../../../scripts/read-pack.ts'
import { readPack, readSample } from '../../load-packs.ts'

it.each(packIds())('%s is without lints, also against the due dates of the sample city', (id) => {
  const { diagnostics, lints } = lintPack(loadPack(readPack(id)), {
    sample: { ledger: readSample(), asOf: '2021-01-01' },
  })
  expect(diagnostics).toEqual([])
  expect(lints.map((lint) => formatDiagnostic(lint))).toEqual([])
})
