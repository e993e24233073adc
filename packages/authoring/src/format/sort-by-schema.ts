import { keysOfForms, type FILE_KINDS, type Path } from '@tiaoli/engine/plan'

export type FileSchema = (typeof FILE_KINDS)[number]['schema']

/**
 * The keys of an object in the order of the schema's form that fits it best; keys that no form knows keep their order
 * and come last. Where the schema allows any keys, as for facts and ledgers, all stay as they are.
 */
export function sortBySchema(schema: FileSchema, path: Path, keys: readonly string[]): string[] {
  const forms = keysOfForms(schema, path)
  const known = (form: readonly string[]) => keys.filter((key) => form.includes(key)).length
  const best = forms.reduce<readonly string[]>((found, form) => (known(form) > known(found) ? form : found), [])
  const rank = (key: string) => (best.includes(key) ? best.indexOf(key) : best.length)
  return [...keys].sort((a, b) => rank(a) - rank(b))
}
