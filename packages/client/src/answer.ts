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
  ok: boolean
  json(): Promise<unknown>
}

type Good<R> = R extends { status: 200 | 201; json(): Promise<infer B> } ? B : never

/** The content of an answer; throws `ApiError` where it is a problem. */
export async function answerOf<R extends Answer>(pending: Promise<R>): Promise<Good<R>> {
  const response = await pending
  const body = await response.json()
  if (!response.ok) throw new ApiError(body as ApiProblem)
  return body as Good<R>
}
