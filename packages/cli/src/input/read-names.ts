import { isObject, JSON_LIMITS, readJson } from '@tiaoli/engine/plan'
import { Failure } from '../failure.ts'
import { InvalidInputError } from './invalid-input-error.ts'
import { readBytes } from './read-file.ts'

/** Names of organizations by id, as an import writes them. */
export function readNames(path: string): Record<string, string> {
  const { value, problems } = readJson(readBytes(path, JSON_LIMITS.characters))
  if (problems.length > 0) throw new InvalidInputError(path, problems)
  if (!isObject(value) || !Object.values(value).every((name) => typeof name === 'string'))
    throw new Failure('notNames', [path])
  return value as Record<string, string>
}
