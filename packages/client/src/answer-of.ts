/** A problem as the API tells it, RFC 9457; `/problems` of the API lists every kind. */
export interface ApiProblem {
  type: string
  title: string
  status: number
  detail: string
  /** Id of the request, for whoever runs the service. */
  instance: string
  errors?: { pointer: string; in?: string; code: string; detail: { zh: string; en: string }; suggestion?: string }[]
}

/** An answer that is a problem. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly problem: ApiProblem

  constructor(problem: ApiProblem) {
    super(`${problem.type}: ${problem.detail}`)
    this.problem = problem
  }
}

interface Answer {
  status: number
  statusText: string
  ok: boolean
  headers: { get(name: string): string | null }
  json(): Promise<unknown>
  text(): Promise<string>
}

type Json<R> = R extends { status: 200 | 201; json(): Promise<infer B> } ? B : never
/** What a good answer holds: JSON, or the text of a calendar, a schema, a file or NDJSON. */
type Good<R> = [Json<R>] extends [never] ? string : Json<R>

/**
 * The content of an answer; throws `ApiError` where it is a problem, also one that something between you and the API
 * answered with, whose `type` is then `about:blank`.
 */
export async function answerOf<R extends Answer>(pending: Promise<R>): Promise<Good<R>> {
  const response = await pending
  if (response.ok) return (await contentOf(response)) as Good<R>
  throw new ApiError(isJson(response) ? ((await response.json()) as ApiProblem) : strangeProblem(response))
}

function contentOf(response: Answer): Promise<unknown> {
  return isJson(response) ? response.json() : response.text()
}

function isJson({ headers }: Answer): boolean {
  return /^application\/([a-z.-]+\+)?json\b/.test(headers.get('content-type') ?? '')
}

function strangeProblem({ status, statusText }: Answer): ApiProblem {
  return { type: 'about:blank', title: statusText, status, detail: `HTTP ${status} ${statusText}`, instance: '' }
}
