/** Folders of pictures, drawings, other files and links: nothing of them is a cell. */
const LEFT_OUT =
  /^(?:docProps|customXml|xl\/(?:media|embeddings|drawings|charts|chartsheets|diagrams|externalLinks|activeX|ctrlProps|printerSettings|tables|pivotTables|pivotCache|queryTables|model|slicers|slicerCaches|richData|webextensions))\//i

const DRAWING = /^xl\/drawings\/drawing\d*\.xml$/i

/** Whether a part of an .xlsx file is read: the cells, their strings, formats and notes, and what leads to them, and drawings. */
export function isReadPart(name: string): boolean {
  if (DRAWING.test(name)) return true
  return /\.(?:xml|rels)$/i.test(name) && !LEFT_OUT.test(name) && !/\/calcChain\.xml$/i.test(name)
}
