import { ApiError, type ApiProblem } from './api-error.ts'

/** What is needed of a response, which the typed client of Hono declares more precisely. */
export interface ClientResponse {
  status: number
  statusText: string
  ok: boolean
  headers: { get(name: string): string | null }
  json(): Promise<unknown>
  text(): Promise<string>
  arrayBuffer(): Promise<ArrayBuffer>
}

type JsonBody<R> = R extends { status: 200 | 201; json(): Promise<infer B> } ? B : never
/** The content of a successful response: JSON, or the text of a calendar, a schema, a file or NDJSON. */
type Content<R> = [JsonBody<R>] extends [never] ? string : JsonBody<R>

/**
 * The content of a response; for files, call `fileOf`. Throws `ApiError` for a problem, and for an error from something between you and the API,
 * whose `type` is then `about:blank`.
 */
export async function answerOf<R extends ClientResponse>(pending: Promise<R>): Promise<Content<R>> {
  const response = await pending
  if (response.ok) return (await readContent(response)) as Content<R>
  throw await problemOf(response)
}

/** What a response that is not successful says. */
export async function problemOf(response: ClientResponse): Promise<ApiError> {
  return new ApiError(isJson(response) ? ((await response.json()) as ApiProblem) : foreignProblem(response))
}

function readContent(response: ClientResponse): Promise<unknown> {
  return isJson(response) ? response.json() : response.text()
}

function isJson({ headers }: ClientResponse): boolean {
  return /^application\/([a-z.-]+\+)?json\b/.test(headers.get('content-type') ?? '')
}

function foreignProblem({ status, statusText }: ClientResponse): ApiProblem {
  return { type: 'about:blank', title: statusText, status, detail: `HTTP ${status} ${statusText}`, instance: '' }
}
