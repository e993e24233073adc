import { env, exports } from 'cloudflare:workers'
import { answerOf, createClient, type Client } from '@tiaoli/client'
import type { Finding, Report } from '@tiaoli/engine'
import sample from '../../rules/ganzhou-2018-32/samples/city-of-79.json' with { type: 'json' }
import { expectDeclared } from './expect-declared.ts'
import type { Role } from '../../workers/api/src/access/roles.ts'

const ORIGIN = 'https://tiaoli.example'

/** Calls the service, and fails if its OpenAPI document does not declare the response. */
const fetchDeclared: typeof fetch = async (input, init) => {
  const sent = new Request(input, { redirect: 'manual', ...init })
  const response = await exports.default.fetch(sent)
  await expectDeclared(sent, response)
  return response
}

/** The typed client, without a token an anonymous one. */
export function client(token?: string): Client {
  return createClient(ORIGIN, { fetch: fetchDeclared, ...(token !== undefined && { token }) })
}

let holders = 0

/** A new token, each with its own holder. */
export async function tokenWithRoles(...roles: Role[]): Promise<string> {
  return tokenOfHolder(`person-${++holders}`, ...roles)
}

export async function tokenOfHolder(holder: string, ...roles: Role[]): Promise<string> {
  const admin = client(env.TEST_ADMIN_TOKEN)
  return (await answerOf(admin.v1.tokens.$post({ header: {}, json: { holder, roles } }))).token!
}

/** The sample ledger of 79 firms, a fresh copy. */
export function sampleLedger(): Record<string, unknown> & { counties: { firms: Record<string, unknown>[] }[] } {
  return structuredClone(sample) as never
}

export function request(path: string, init?: RequestInit): Promise<Response> {
  return fetchDeclared(ORIGIN + path, init)
}

/** Posts text and bytes unchanged, and anything else as JSON. */
export function post(path: string, body: unknown, contentType = 'application/json'): Promise<Response> {
  const isRaw = typeof body === 'string' || body instanceof Uint8Array || body instanceof ReadableStream
  return request(path, {
    method: 'POST',
    headers: contentType === '' ? {} : { 'content-type': contentType },
    body: isRaw ? body : JSON.stringify(body),
  })
}

export const EVALUATE = '/v1/packs/ganzhou-2018-32/evaluate'

/** The report of an evaluation that is expected to succeed. */
export async function evaluate(body: object): Promise<Report<'findings'>> {
  const response = await post(EVALUATE, body)
  if (response.status !== 200) throw new Error(await response.text())
  return response.json()
}

export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  suggestion?: string
  errors?: {
    pointer: string
    code: string
    file?: string
    sheet?: string
    cell?: string
    detail: { zh: string; en: string }
    suggestion?: string
  }[]
}

/** The problem that a response carries. */
export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? ''
  if (!type.startsWith('application/problem+json')) throw new Error(`not a problem: ${response.status} ${type}`)
  return response.json()
}

/** Statuses by requirement, subject and period. */
export function statusesOf(report: Report): Record<string, string> {
  return Object.fromEntries(
    report.findings.map(({ requirement, subject, period = '', status }) => [
      `${requirement} ${subject.scope} ${subject.id} ${period}`,
      status,
    ]),
  )
}

export function findingsOf(report: Report<'findings'>, requirement: string): Finding[] {
  return report.findings.filter((finding) => finding.requirement === requirement)
}
