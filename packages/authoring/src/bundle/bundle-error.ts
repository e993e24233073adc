import type { Text } from '@tiaoli/engine'

const MESSAGES = {
  'not-a-bundle': {
    zh: '此文件不是规则包合并文件。请用 tiaoli export --to bundle 生成。',
    en: 'This file is not a bundle of a pack. Make one with tiaoli export --to bundle.',
  },
  'bundle-changed': {
    zh: '此合并文件的内容与其 sha256 不符，生成之后被改动过。请重新生成，或改用原规则包。',
    en: 'What this bundle holds does not fit its sha256: it was changed after it was made. Make it again or use the pack itself.',
  },
} as const satisfies Record<string, Text>

/** A file that cannot be taken as a bundle. */
export class BundleError extends Error {
  override readonly name = 'BundleError'
  readonly code: keyof typeof MESSAGES
  readonly text: Text

  constructor(code: keyof typeof MESSAGES, cause?: unknown) {
    super(MESSAGES[code].en, { cause })
    this.code = code
    this.text = MESSAGES[code]
  }
}
