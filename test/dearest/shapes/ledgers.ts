import { dearLedger, LEDGER_DIMENSIONS, LEDGER_SEEDS, PACK } from '../dear-ledger.ts'
import { chosen, type Dimension, type Shape, type Sizes } from '../trial.ts'

const DAYS = ['2019-01-01', '2026-12-01', '2022-12-31', '9998-12-31', '1999-01-01'] as const
const DETAILS = ['findings', 'verdicts', 'trace'] as const
const STATUSES = [undefined, ['exempted'], ['not_met']] as const
const ENGINES = ['compiled', 'json-rules-engine'] as const

const asOf: Dimension = { most: DAYS.length - 1, isChoice: true }
const years: Dimension = { most: 30 }

/** JSON with the ledger as it was written. */
function withLedger(options: Readonly<Record<string, unknown>>, sizes: Sizes): string {
  return `${JSON.stringify({ ...options, ledger: 0 }).slice(0, -2)}${dearLedger(sizes)}}`
}

function optionsOf(sizes: Sizes): Record<string, unknown> {
  const periods = Array.from({ length: sizes['years'] ?? 0 }, (_, i) => 2026 - i)
  return { asOf: chosen(DAYS, sizes, 'asOf'), ...(periods.length > 0 ? { periods } : {}) }
}

function about(
  name: string,
  more: Readonly<Record<string, Dimension>>,
  variants: readonly Sizes[],
  optionsOfSizes: (sizes: Sizes) => Record<string, unknown>,
  path: (sizes: Sizes) => string = () => name,
): Shape {
  return {
    dimensions: { ...LEDGER_DIMENSIONS, ...more },
    seeds: variants.flatMap((variant) => LEDGER_SEEDS.map((seed) => ({ ...seed, ...variant }))),
    send: async (sizes, send) => {
      await send(name, { path: `/v1/packs/${PACK}/${path(sizes)}`, body: withLedger(optionsOfSizes(sizes), sizes) })
    },
  }
}

export const evaluate = about(
  'evaluate',
  {
    asOf,
    years,
    detail: { most: DETAILS.length - 1, isChoice: true },
    statuses: { most: STATUSES.length - 1, isChoice: true },
    runtime: { most: 1, isChoice: true },
    exact: { most: 1, isChoice: true },
    notInForce: { most: 1, isChoice: true },
  },
  [{ detail: 1, statuses: 1 }, { detail: 0 }, { runtime: 1, statuses: 1 }, { exact: 1, statuses: 1 }],
  (sizes) => {
    const detail = chosen(DETAILS, sizes, 'detail')
    return {
      ...optionsOf(sizes),
      detail,
      statuses: chosen(STATUSES, sizes, 'statuses'),
      runtime: chosen(ENGINES, sizes, 'runtime'),
      ...(sizes['exact'] && detail !== 'verdicts' ? { exact: true } : {}),
      ...(sizes['notInForce'] ? { notInForce: true } : {}),
    }
  },
)

export const questions = about('next-questions', { asOf, years }, [{}], (sizes) => ({
  ...optionsOf(sizes),
  limit: 200,
}))

export const calendar = about('calendar', { span: { most: 50 } }, [{ span: 50 }], ({ span = 1 }) => ({
  from: '2018-01-01',
  to: `${2018 + Math.max(0, span - 1)}-12-31`,
}))

const KINDS = ['problems', 'notices', 'supervision', 'statistics', 'registers'] as const

export const papers = about(
  'papers',
  { asOf, years, kind: { most: KINDS.length - 1, isChoice: true } },
  KINDS.map((_, kind) => ({ kind })),
  optionsOf,
  (sizes) => `papers/${chosen(KINDS, sizes, 'kind')}`,
)

export const template = about(
  'template',
  { asOf, missing: { most: 1, isChoice: true } },
  [{}, { missing: 1 }],
  (sizes) => (sizes['missing'] ? { missing: true, asOf: chosen(DAYS, sizes, 'asOf') } : {}),
)

export const compareVersions = about('compare', { asOf, years }, [{}], (sizes) => ({
  ...optionsOf(sizes),
  to: { version: 1 },
}))
