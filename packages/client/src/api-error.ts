/** Problem details of the API, RFC 9457. The API lists every kind at `/problems`. */
export interface ApiProblem {
  type: string
  title: string
  status: number
  detail: string
  /** Id of the request, for the operator of the service. */
  instance: string
  errors?: {
    pointer: string
    in?: string
    line?: number
    column?: number
    /** Of a workbook that was sent: its name, and where in it. */
    file?: string
    sheet?: string
    cell?: string
    code: string
    /** In the languages of the pack that was asked. */
    detail: { zh?: string; en?: string }
    suggestion?: string
  }[]
}

/** Thrown for a response that is a problem. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly problem: ApiProblem

  constructor(problem: ApiProblem) {
    super(`${problem.type}: ${problem.detail}`)
    this.problem = problem
  }
}
