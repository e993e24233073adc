import { createRoute } from '@hono/zod-openapi'
import type { PackSource } from '@tiaoli/engine'
import { closestName, isObject, type ImportFile, type Plan } from '@tiaoli/engine/plan'
import type { Workbook } from '@tiaoli/office'
import { chooseMapping, guessMapping, importWorkbooks } from '@tiaoli/office/import'
import { isTemplate } from '@tiaoli/office/template'
import { z } from 'zod'
import { asSent } from '../http/as-sent.ts'
import { createRouter } from '../http/create-router.ts'
import {
  authorizedProblems,
  FORM_BODY_PROBLEMS,
  LOADING_PROBLEMS,
  WORKBOOK_PROBLEMS,
} from '../http/declared-problems.ts'
import { inAskedLanguage } from '../http/in-asked-language.ts'
import { formRequest, jsonResponse } from '../http/openapi-responses.ts'
import { jsonPart } from '../http/json-part.ts'
import { readForm } from '../http/read-form.ts'
import { readWorkbooks } from '../http/read-workbooks.ts'
import { compiledEdition, requestedEdition } from '../http/requested-edition.ts'
import { requirePermission } from '../http/require-permission.ts'
import { ProblemError, type ProblemPlace } from '../problem/problem-error.ts'
import { mappingOfFile } from '../http/mapping-of-file.ts'
import { packParam } from '../schema/edition-schema.ts'
import { importedInLanguageSchema, importedSchema, importFormSchema } from '../schema/import-schema.ts'

const route = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/import',
  operationId: 'importWorkbooks',
  tags: ['workbooks'],
  summary: 'Make a ledger of workbooks: nothing is stored, and what is not understood is listed by its cell',
  middleware: [requirePermission('evaluate'), readForm],
  request: { params: packParam, body: formRequest(importFormSchema) },
  responses: {
    200: jsonResponse(
      'The ledger, where each value is from, and what somebody has to look at',
      z.union([importedInLanguageSchema, importedSchema]),
    ),
    ...authorizedProblems(
      'unknown-pack',
      'malformed-json',
      ...FORM_BODY_PROBLEMS,
      ...WORKBOOK_PROBLEMS,
      ...LOADING_PROBLEMS,
    ),
  },
})

const pointerOfFile = (i: number) => `/file/${i}`

type ImportForm = z.output<typeof importFormSchema>

export const importRoutes = createRouter(importFormSchema.shape).openapi(route, async (c) => {
  const { file, version, on, language, ledger: earlierPart, names: namesPart, ...asked } = c.req.valid('form')
  const edition = await requestedEdition(c, c.req.valid('param').pack, version, 'body')
  const { source, policy } = await compiledEdition(c, edition, language)
  const { plan } = policy
  const workbooks = await readWorkbooks(file, pointerOfFile)
  const template = workbooks.findIndex(isTemplate)
  if (template >= 0) throw new ProblemError('invalid-request', [templateSent(template, workbooks[template]!)])
  const mapping = await mappingFor(plan, source, workbooks, asked)
  const [earlier, known] = await Promise.all([jsonPart(earlierPart), jsonPart(namesPart)])
  if (known !== undefined && !areNames(known)) throw new ProblemError('invalid-request', [NOT_NAMES])
  // Who is who is in no answer: the workbooks say it, and whoever sent them has these.
  const {
    persons: _,
    ledger,
    names,
    provenance,
    earlier: kept,
    ...told
  } = await importWorkbooks(workbooks, {
    plan,
    mapping,
    on,
    earlier,
    names: known,
  })
  const notices = workbooks.flatMap(({ name, notices: some }) => some.map((notice) => ({ file: name, ...notice })))
  const inWords = inAskedLanguage(plan.reading, language, { edition, ...told, notices })
  const guessedMapping: Record<string, unknown> = { ...mapping }
  // Whatever its keys are, what the workbooks hold is no text of ours.
  const data = { ledger, names, provenance, ...(kept && { earlier: kept }), ...(mapping.guessed && { guessedMapping }) }
  return c.json(asSent({ ...inWords, ...data }), 200)
})

function areNames(value: unknown): value is Record<string, string> {
  return isObject(value) && Object.values(value).every((name) => typeof name === 'string')
}

const NOT_NAMES: ProblemPlace = {
  pointer: '/names',
  code: 'not-names',
  detail: {
    zh: '应为单位代号对名称的 JSON 对象，如 {"F001": "江西明远律师事务所"}。',
    en: 'This has to be a JSON object with names by id, such as {"F001": "Smith and Partners"}.',
  },
}

async function mappingFor(
  plan: Plan,
  source: PackSource,
  workbooks: readonly Workbook[],
  { mapping, guess }: Pick<ImportForm, 'mapping' | 'guess'>,
): Promise<ImportFile> {
  if (guess === 'true') {
    if (mapping !== undefined) throw new ProblemError('invalid-request', [GUESSED_AND_GIVEN])
    return guessMapping(workbooks, plan)
  }
  if (mapping === undefined) return chooseMapping(workbooks, plan)
  if (typeof mapping !== 'string') return mappingOfFile(mapping, source, '/mapping')
  const known = plan.imports.get(mapping)
  if (!known) throw new ProblemError('invalid-request', [unknownMapping(mapping, [...plan.imports.keys()])])
  return known
}

const GUESSED_AND_GIVEN: ProblemPlace = {
  pointer: '/guess',
  code: 'mapping-given',
  detail: {
    zh: '已写明对照设置，就不再推测。请删去 `mapping` 或者 `guess`。',
    en: 'Where a mapping is given, none is guessed. Remove `mapping` or `guess`.',
  },
}

function unknownMapping(id: string, known: readonly string[]): ProblemPlace {
  const suggestion = closestName(id, known)
  return {
    pointer: '/mapping',
    code: 'unknown-mapping',
    detail: {
      zh: `规则包没有这份对照设置。${known.length > 0 ? `可用：${known.join('、')}。` : '请在规则包的 imports/ 中添加，或以文件发送。'}`,
      en: `The pack has no such mapping. ${known.length > 0 ? `It has: ${known.join(', ')}.` : 'Add one to imports/ of the pack, or send it as a file.'}`,
    },
    ...(suggestion !== undefined && { suggestion }),
  }
}

function templateSent(i: number, { name }: Workbook): ProblemPlace {
  return {
    pointer: pointerOfFile(i),
    file: name,
    code: 'is-template',
    detail: {
      zh: '这是填报表，不用对照设置。请用 POST /v1/packs/{pack}/template/read 读回。',
      en: 'This is a template and needs no mapping. Read it back with POST /v1/packs/{pack}/template/read.',
    },
  }
}
