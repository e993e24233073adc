/**
 * A typed client of the Tiaoli API: addresses, bodies and answers are checked when it is compiled.
 * @module
 */
export { createClient, type Client, type ClientOptions } from './create-client.ts'
export { answerOf, ApiError, type ApiProblem } from './answer-of.ts'
