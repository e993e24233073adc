import { OfficeError, readWorkbook, type Workbook } from '@tiaoli/office'
import { WORKBOOK_LIMITS } from '../limits/workbook-limits.ts'
import { problemOfOfficeError } from '../problem/problem-of-office-error.ts'
import { fileNames } from './file-names.ts'

/** Reads the workbooks of a form, each with its pointer there, one after the other, with the limits of all together. */
export async function readWorkbooks(files: readonly File[], pointerOf: (i: number) => string): Promise<Workbook[]> {
  const names = fileNames(files)
  const workbooks: Workbook[] = []
  let { cells } = WORKBOOK_LIMITS
  for (const [i, file] of files.entries()) {
    const pointer = pointerOf(i)
    const read = await readOne(file, names[i]!, pointer)
    cells -= cellsOf(read)
    if (cells < 0)
      throw problemOfOfficeError(OfficeError.tooLarge('cells', WORKBOOK_LIMITS, { file: read.name }), pointer)
    workbooks.push(read)
  }
  return workbooks
}

async function readOne(file: File, name: string, pointer: string): Promise<Workbook> {
  try {
    // What is too long is refused by its length, before a copy is made of it.
    if (file.size > WORKBOOK_LIMITS.bytes) throw OfficeError.tooLarge('bytes', WORKBOOK_LIMITS, { file: name })
    return await readWorkbook(new Uint8Array(await file.arrayBuffer()), { name, limits: WORKBOOK_LIMITS })
  } catch (error) {
    if (error instanceof OfficeError) throw problemOfOfficeError(error, pointer)
    throw error
  }
}

function cellsOf({ sheets }: Workbook): number {
  return sheets.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + row.cells.length, 0), 0)
}
