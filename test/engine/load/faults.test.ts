import { describe, expect, it } from 'vitest'
import type { DiagnosticCode, JsonProblemCode } from '@tiaoli/engine/plan'
import { expectedOf, told } from '../../support/diagnose.ts'
import { CONTEXT_FAULTS } from './faults/context.ts'
import { DOCUMENT_FAULTS } from './faults/documents.ts'
import { FORM_FAULTS } from './faults/form.ts'
import { MEANING_FAULTS } from './faults/meaning.ts'
import { NAMES_FAULTS } from './faults/names.ts'
import { SHAPE_FAULTS } from './faults/shape.ts'
import { TEXT_FAULTS } from './faults/texts.ts'

describe.each([
  ['form', FORM_FAULTS],
  ['shape', SHAPE_FAULTS],
  ['names', NAMES_FAULTS],
  ['meaning', MEANING_FAULTS],
  ['context', CONTEXT_FAULTS],
  ['texts', TEXT_FAULTS],
  ['documents', DOCUMENT_FAULTS],
])('%s', (_, faults) => {
  it.each(faults)('%s is refused at its place, and nothing else', (_what, fault) => {
    expect(told(fault)).toEqual([expectedOf(fault)])
  })
})

describe('diagnostics', () => {
  it('have a test for every code', () => {
    const all = [
      FORM_FAULTS,
      SHAPE_FAULTS,
      NAMES_FAULTS,
      MEANING_FAULTS,
      CONTEXT_FAULTS,
      TEXT_FAULTS,
      DOCUMENT_FAULTS,
    ].flat()
    const provoked = new Set<string>(all.map(([, { code }]) => code))
    expect(Object.keys(CODES).filter((code) => !provoked.has(code))).toEqual([])
  })
})

/**
 * The compiler sees to it that no code is left out here; those of JSON are tested at every door, in test/json,
 * and what is no pack at all in load-pack.test.ts.
 */
const CODES: Record<Exclude<DiagnosticCode, JsonProblemCode | 'not-a-pack'>, true> = {
  'too-many': true,
  'missing-file': true,
  'unknown-file': true,
  'unknown-key': true,
  'missing-key': true,
  'wrong-shape': true,
  'unknown-scope': true,
  'unknown-fact': true,
  'unknown-operator': true,
  'unknown-parameter': true,
  'unknown-clause': true,
  'unknown-document': true,
  'unknown-requirement': true,
  'unknown-figure': true,
  'first-document': true,
  'change-without-day': true,
  'changed-twice': true,
  'unknown-instrument': true,
  'unknown-body': true,
  'unknown-pack': true,
  'unknown-profile': true,
  'other-currency': true,
  'unknown-base': true,
  'no-such-place': true,
  'duplicate-id': true,
  'reference-cycle': true,
  'scope-tree': true,
  'type-mismatch': true,
  'not-visible': true,
  'ambiguous-route': true,
  'reference-without-id': true,
  'records-of-others': true,
  'outside-period': true,
  'due-not-available': true,
  'bound-not-local': true,
  'text-without-language': true,
  'unknown-language': true,
  'placeholder-form': true,
  'placeholder-untranslated': true,
  'placeholder-without-record': true,
  'parameter-gap': true,
  'parameter-overlap': true,
  'invalid-date': true,
  'uncited-requirement': true,
  'uncited-value': true,
  'force-mismatch': true,
  'nothing-required': true,
  'derivation-too-long': true,
  'derivation-too-deep': true,
}
