/**
 * A typed client of the Tiaoli API: the compiler checks addresses, bodies and responses.
 * @module
 */
export { createClient, type Client, type ClientOptions } from './create-client.ts'
export { answerOf } from './answer-of.ts'
export { fileOf, type AnsweredFile } from './file-of.ts'
export { ApiError, type ApiProblem } from './api-error.ts'
