import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { MAX_FORM_PARTS } from '../limits/workbook-limits.ts'
import { ProblemError } from '../problem/problem-error.ts'
import type { AppEnv } from './app-env.ts'
import { requireMediaType } from './require-media-type.ts'
import { withBody } from './with-body.ts'

export const FORM_TYPE = 'multipart/form-data'

/** Reads a form once, before any validator sees it. */
export const readForm = createMiddleware<AppEnv>(async (c, next) => {
  requireMediaType(c.req, FORM_TYPE)
  await withBody(c, async (bytes) => {
    const form = await formOf(bytes, c.req.header('content-type') ?? '')
    if ([...form].length > MAX_FORM_PARTS) throw tooManyParts()
    c.req.bodyCache.formData = form
    await next()
  })
})

/** What a form holds, by name. Of what is there several times, a list. */
export function formValues(c: Context<AppEnv>): Record<string, unknown> {
  const form = c.req.bodyCache.formData ?? new FormData()
  const names = new Set([...form].map(([name]) => name))
  return Object.fromEntries([...names].map((name) => [name, oneOrAll(form.getAll(name))]))
}

function oneOrAll(values: readonly unknown[]): unknown {
  return values.length === 1 ? values[0] : values
}

async function formOf(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'content-type': type } }).formData()
  } catch (cause) {
    throw new ProblemError('malformed-form', [], {}, { cause })
  }
}

function tooManyParts(): ProblemError {
  return new ProblemError('invalid-request', [
    {
      pointer: '',
      code: 'too-many',
      detail: {
        zh: `表单不得超过 ${MAX_FORM_PARTS} 部分。请删减。`,
        en: `A form may have at most ${MAX_FORM_PARTS} parts. Remove some.`,
      },
    },
  ])
}
