import { WORKBOOK_ENDINGS } from '@tiaoli/office/endings'
import { useRef } from 'preact/hooks'
import { useWords } from '../state/use-work.ts'

const TYPES = [...WORKBOOK_ENDINGS, '.json'].join()

/** Lets somebody choose workbooks or a ledger. The browser's own button would speak the browser's language. */
export function FileInput({ onFiles }: { onFiles: (files: FileList) => void }) {
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {words.import.choose}
      </button>
      <input
        ref={input}
        type="file"
        accept={TYPES}
        multiple
        hidden
        onChange={({ currentTarget }) => {
          if (currentTarget.files && currentTarget.files.length > 0) onFiles(currentTarget.files)
          currentTarget.value = '' // the same file can be chosen again
        }}
      />
    </>
  )
}
