import { ProblemError } from '../problem/problem-error.ts'

/** What comes of reading a body: that it cannot be read to its end is the doing of a caller who went away. */
export async function received<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    throw error instanceof ProblemError ? error : new ProblemError('incomplete-body')
  }
}
