import { PackError, loadPack } from '@tiaoli/engine'
import { LANGUAGES, type Language } from '@tiaoli/engine/names'
import { OwnLanguages, readingOf, type FileKind, type NamedLanguages } from '@tiaoli/engine/plan'
import { currencyOf, type Currency } from './currency-of.ts'
import { formatted } from '../format/formatted.ts'
import type { FileTexts } from './insert-entries.ts'
import { folderUp } from './pack-json.ts'

export interface NewPack {
  /** Lower-case words joined by hyphens: `example-city-2026-1`. */
  id: string
  /** The folder of the JSON Schemas, seen from the pack's. */
  schemas?: string
  /** The languages of its texts, the compulsory one first. */
  languages?: readonly string[]
  /** For others than zh and en: the language of the engine's own sentences. */
  sentences?: Language
  /** An IANA time zone. */
  timeZone?: string
  /** The ISO 4217 code of its currency; the yuan if left out. */
  currency?: string
}

/**
 * The files of a new pack: one clause encoded by one requirement with a number, a date and cases. It loads, is laid out
 * and has no lints; every word in it is an example that says so. Throws `PackError` where the id is not one.
 */
export function initPack(pack: NewPack): FileTexts {
  const { id, schemas = '../schema', languages = LANGUAGES, sentences, timeZone = 'Asia/Shanghai', currency } = pack
  const own = new OwnLanguages(readingOf({ languages, sentences }))
  const files = Object.fromEntries(
    Object.entries(
      own.of(
        contentsOf(id, {
          languages,
          ...(sentences && { sentences }),
          timeZone,
          ...(currency !== undefined && { currency: currencyOf(currency) }),
        }),
      ),
    ).map(([file, { kind, content }]) => {
      return [
        file,
        formatted(file, JSON.stringify({ $schema: `${folderUp(file)}${schemas}/${kind}.schema.json`, ...content })),
      ]
    }),
  )
  const { diagnostics } = loadPack({ files })
  if (diagnostics.length > 0) throw new PackError(diagnostics)
  return files
}

type Contents = Record<string, { kind: FileKind; content: Record<string, unknown> }>

function contentsOf(id: string, settings: NamedLanguages & { timeZone: string; currency?: Currency }): Contents {
  return {
    'pack.json': {
      kind: 'pack',
      content: {
        id,
        version: '0.1.0',
        title: { zh: `${id}（示例，请改为规则包名称）`, en: `${id} (example, put the name of the pack here)` },
        ...settings,
        bodies: { firm: { zh: '律师事务所', en: 'the law firm' } },
      },
    },
    [`documents/${id}/document.json`]: {
      kind: 'document',
      content: {
        title: { zh: '（示例，请改为文件标题）', en: '(Example, put the title of the document here)' },
      },
    },
    [`documents/${id}/clauses.json`]: {
      kind: 'clauses',
      content: {
        clauses: [
          {
            id: 'a1',
            text: {
              zh: '（示例条款，请换成文件原文）律师事务所应当自成立之日起三十日内报告。',
              en: '(Example clause, put the words of the document here) A law firm shall report within thirty days of its foundation.',
            },
            force: 'must',
            bearer: { zh: '律师事务所', en: 'law firm' },
            testability: 'full',
          },
        ],
      },
    },
    'facts.json': {
      kind: 'facts',
      content: {
        scopes: {
          city: { label: { zh: '市', en: 'city' } },
          firm: { label: { zh: '律师事务所', en: 'law firm' }, in: 'city', list: 'firms' },
        },
        given: {
          'firm.id': { type: 'id', label: { zh: '律所代号', en: 'code of the firm' } },
          'firm.foundedOn': { type: 'date', label: { zh: '律所成立日期', en: 'day the firm was founded' } },
          'firm.reportedOn': {
            type: 'date',
            label: { zh: '律所报告日期', en: 'day the firm reported' },
            none: { zh: '尚未报告', en: 'not yet reported' },
          },
        },
        derived: {
          'firm.hasReported': {
            label: { zh: '律所是否已报告', en: 'whether the firm has reported' },
            when: { fact: 'firm.reportedOn', operator: 'notEqual', value: null },
          },
        },
      },
    },
    'parameters.json': {
      kind: 'parameters',
      content: {
        parameters: {
          reportingDays: {
            label: { zh: '成立后报告的期限', en: 'days in which to report after foundation' },
            type: 'integer',
            unit: { zh: '日', en: 'days', one: 'day' },
            min: 0,
            values: [{ value: 30, clauses: ['a1'] }],
          },
        },
      },
    },
    'requirements/reporting.json': {
      kind: 'requirements',
      content: {
        theme: { zh: '报告', en: 'Reporting' },
        requirements: [
          {
            id: 'report-after-foundation',
            title: { zh: '律所成立后按期报告', en: 'A firm reports in time after its foundation' },
            clauses: ['a1'],
            force: 'must',
            subject: 'firm',
            dutyBearer: 'firm',
            requires: { condition: 'firm.hasReported' },
            due: { date: 'firm.foundedOn', plusDays: 'parameters.reportingDays' },
            achievedOn: 'firm.reportedOn',
            problem: { zh: '律所成立后未报告。', en: 'The firm has not reported its foundation.' },
            remedy: { zh: '尽快报告。', en: 'Report soon.' },
          },
        ],
      },
    },
    'cases/reporting.json': {
      kind: 'cases',
      content: {
        bases: { city: { firms: [{ id: 'F1', foundedOn: '2026-01-01', reportedOn: null }] } },
        cases: [
          caseOf('on-the-last-day', '在期限最后一日报告', 'reported on the last day', '2026-01-31', 'met'),
          caseOf('one-day-late', '晚一日报告', 'reported one day late', '2026-02-01', 'met_late'),
          caseOf('not-yet-due', '期限未到', 'not yet due', null, 'pending', '2026-01-31'),
          caseOf('overdue', '逾期未报告', 'overdue', null, 'not_met'),
          caseOf('blank', '报告日期不明', 'the day is not known', undefined, 'unknown'),
        ],
      },
    },
  }
}

function caseOf(
  id: string,
  zh: string,
  en: string,
  reportedOn: string | null | undefined,
  status: string,
  asOf = '2026-03-01',
): Record<string, unknown> {
  const place = '/firms/0/reportedOn'
  return {
    id,
    title: { zh, en },
    asOf,
    base: 'city',
    ...(reportedOn === undefined ? { remove: [place] } : { set: { [place]: reportedOn } }),
    expect: [{ requirement: 'report-after-foundation', status }],
  }
}
