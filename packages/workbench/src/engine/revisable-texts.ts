import { fieldLabel } from '@tiaoli/authoring'
import type { Text } from '@tiaoli/engine'
import { isCompleteText, isObject, type Loaded, type Path } from '@tiaoli/engine/plan'
import { placeholderNames, placeholdersIn, withNames } from './placeholder-names.ts'
import type { RevisableText } from './revision-calls.ts'

/** The words of the rules: not those of documents, which are quoted, nor of cases and of forms of others. */
const REWORDED = /^(?:pack|facts|parameters|profiles\/.+|requirements\/.+)\.json$/

/** Every text of the rules that can be worded otherwise, with what it is of. */
export function revisableTexts({ plan, files }: Extract<Loaded, { plan: object }>): RevisableText[] {
  const [first] = plan.reading
  const named = placeholderNames(plan)
  return files.texts().flatMap(({ file, path, written }) => {
    if (!first || !REWORDED.test(file.path) || !written.includes(first.tag)) return []
    const words = at(file.value, path) as Readonly<Record<string, string>>
    return [
      {
        key: [file.path, ...byIds(file.value, path)].join('/'),
        file: file.path,
        path,
        words: words[first.tag]!,
        read: withNames(words[first.tag]!, (name) => named(name)?.[first.sentences]),
        placeholders: placeholdersIn(words[first.tag]!).flatMap((id) => {
          const label = named(id)
          return label ? [{ id, label }] : []
        }),
        of: readName(nearestName(file.value, path)),
        field: fieldOf(path),
      },
    ]
  })

  function readName(name: Text | undefined): Text | undefined {
    return (
      name && {
        zh: withNames(name.zh, (value) => named(value)?.zh),
        en: withNames(name.en, (value) => named(value)?.en),
      }
    )
  }
}

/** The way to a text on which entries of lists are named by their ids, whatever stands before them. */
function byIds(value: unknown, path: Path): readonly (string | number)[] {
  return path.map((step, i) => {
    const entry = typeof step === 'number' ? at(value, path.slice(0, i + 1)) : undefined
    return isObject(entry) && typeof entry['id'] === 'string' ? entry['id'] : step
  })
}

/** What the nearest thing around a text is called. */
function nearestName(value: unknown, path: Path): Text | undefined {
  for (let end = path.length - 1; end >= 0; end--) {
    const around = at(value, path.slice(0, end))
    if (!isObject(around)) continue
    const name = around['title'] ?? around['label'] ?? around['theme']
    if (isObject(name) && isCompleteText(name)) return name
  }
  return undefined
}

/** What it says of that; none where the last name on the way to it is one that an author gave. */
function fieldOf(path: Path): Text | undefined {
  const known = (step: string) => SAID_OTHERWISE[step] ?? (fieldLabel(step).zh === step ? undefined : fieldLabel(step))
  return [...path].reverse().flatMap((step) => (typeof step === 'string' && known(step)) || [])[0]
}

/** What reads otherwise to those who never see a file. */
const SAID_OTHERWISE: Readonly<Record<string, Text>> = {
  theme: { zh: '主题', en: 'theme' },
  bodies: { zh: '责任主体、监督主体的名称', en: 'what who bears or supervises a duty is called' },
  roles: { zh: '证明人身份的名称', en: 'what who attests is called' },
  none: { zh: '“没有”怎样写', en: 'how none reads' },
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], value)
}
