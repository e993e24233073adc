import { lintPack } from '@tiaoli/authoring'
import { loadPack } from '@tiaoli/engine'
import { formatDiagnostic } from '@tiaoli/engine/plan'
import { expect, it } from 'vitest'
import { allPackIds } from '../../../scripts/read-pack.ts'
import { readPack } from '../../load-packs.ts'

it.each(allPackIds())('%s is without lints', (id) => {
  const { diagnostics, lints } = lintPack(loadPack(readPack(id)))
  expect(diagnostics).toEqual([])
  expect(lints.map((lint) => formatDiagnostic(lint))).toEqual([])
})
