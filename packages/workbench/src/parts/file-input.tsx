import { WORKBOOK_ENDINGS } from '@tiaoli/office/endings'
import { useWords } from '../state/use-work.ts'
import { FileButton } from './file-button.tsx'

const TYPES = [...WORKBOOK_ENDINGS, '.json']

/** Lets somebody choose workbooks or a ledger. */
export function FileInput({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const words = useWords()
  return (
    <FileButton types={TYPES} isMany onFiles={onFiles}>
      {words.import.choose}
    </FileButton>
  )
}
