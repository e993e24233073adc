import { signal } from '@preact/signals'
import type { ImportFile } from '@tiaoli/engine/plan'
import type { ColumnCorrection, OfficeTelling, TableTelling } from '@tiaoli/office/import'
import type { Refusal, WorkbookFile, WorkbookReading } from '../engine/calls.ts'
import type { Engine } from '../engine/engine.ts'
import { keepMapping, readKeptMapping } from './browser-store.ts'
import type { Ledgers, OpenLedger } from './ledgers.ts'
import type { KeptWork } from './kept-work.ts'
import { loaded, LOADING, NONE, type Loading } from './loading.ts'
import type { RulesInForce } from './rules-in-force.ts'

interface Around {
  readonly engine: Engine
  readonly inForce: RulesInForce
  readonly ledgers: Ledgers
  readonly kept: KeptWork
}

/** Workbooks on their way to a ledger: what was read of them, and what somebody says of their sheets and columns. */
export class WorkbookImport {
  /** What became of the workbooks that were chosen last. */
  readonly reading = signal<Loading<WorkbookReading>>(NONE)
  readonly #around: Around
  #files: readonly WorkbookFile[] = []
  #on: string | undefined
  #corrections: readonly ColumnCorrection[] = []
  #tellings: readonly TableTelling[] = []
  #offices: readonly OfficeTelling[] = []
  #own: ImportFile | undefined
  /** The ledger that was open when they were read. */
  #upon: OpenLedger | undefined
  #lastRead: Promise<void> = Promise.resolve()
  /** Counts the files that were chosen: what comes of others is not to be shown. */
  #turn = 0

  constructor(around: Around) {
    this.#around = around
  }

  /** Reads files; one that is a ledger already is opened, and it says so. */
  async readFiles(files: readonly File[], on?: string): Promise<'opened' | 'read'> {
    const { ledgers, inForce } = this.#around
    const turn = ++this.#turn
    const [first] = files
    if (files.length === 1 && first && /\.json$/i.test(first.name)) {
      const text = await loaded(() => first.text())
      if (turn !== this.#turn) return 'read'
      if (text.state !== 'ready') {
        this.reading.value = text
        return 'read'
      }
      this.reading.value = NONE
      return (await ledgers.openLedger(first.name, text.value, { names: {} })) ? 'opened' : 'read'
    }
    const read = await loaded(() => Promise.all(files.map(bytesOf)))
    const own = inForce.pack === undefined ? undefined : await readKeptMapping(inForce.pack)
    if (turn !== this.#turn) return 'read'
    if (read.state !== 'ready') {
      this.reading.value = read
      return 'read'
    }
    this.#files = read.value
    this.#on = on
    this.#corrections = []
    this.#tellings = []
    this.#offices = []
    this.#own = own
    this.reading.value = LOADING
    await this.#readNow()
    return 'read'
  }

  /** Reads the same files as of another day. */
  async readAgain(on: string): Promise<void> {
    this.#on = on === '' ? undefined : on
    await this.#readNow()
  }

  /** Reads the same files with a column as somebody says. */
  async correctColumn(correction: ColumnCorrection): Promise<void> {
    const key = ({ table, headings }: ColumnCorrection) => JSON.stringify([table, headings])
    const others = this.#corrections.filter((other) => key(other) !== key(correction))
    this.#corrections = [...others, correction]
    await this.#readNow()
  }

  /** Reads the same files with the rows of a sheet as somebody says; what was said of its columns before may be of other rows. */
  async tellTable(telling: TableTelling): Promise<void> {
    const { value } = this.reading
    const tables = value.state === 'ready' ? (value.value.mapping?.file.tables.length ?? 0) : 0
    const isOfSame = ({ file, sheet }: TableTelling) => file === telling.file && sheet === telling.sheet
    const place = this.#tellings.findIndex(isOfSame)
    if (place < 0) this.#tellings = [...this.#tellings, telling]
    else {
      const table = tables - this.#tellings.length + place
      this.#corrections = this.#corrections.filter((correction) => correction.table !== table)
      this.#tellings = this.#tellings.map((one, i) => (i === place ? telling : one))
    }
    await this.#readNow()
  }

  /** Reads the same files with an office as somebody says what kind it is; nothing is said of it any more where the role is empty. */
  async tellOffice({ office, role }: OfficeTelling): Promise<void> {
    const others = this.#offices.filter((other) => other.office !== office)
    this.#offices = role === '' ? others : [...others, { office, role }]
    await this.#readNow()
  }

  /** Reads the same files by what the rules say alone, and forgets what was said of their columns. */
  async correctNothing(): Promise<void> {
    const { pack } = this.#around.inForce
    this.#corrections = []
    this.#tellings = []
    this.#offices = []
    this.#own = undefined
    if (pack !== undefined) await keepMapping(pack, undefined)
    await this.#readNow()
  }

  /** Opens the ledger that was made of workbooks, once what was said last of them is read. */
  async useReading(): Promise<boolean> {
    const { inForce, ledgers, kept } = this.#around
    await this.#lastRead
    if (this.reading.value.state !== 'ready') return false
    if (!this.reading.value.value.mapping && ledgers.open.value) {
      if (ledgers.open.value.origin !== this.#upon?.origin) {
        this.reading.value = { state: 'refused', refusal: ofAnotherLedger(this.#files) }
        return false
      }
      // What was filled in goes into what another window has made of the ledger, once somebody has seen that.
      const isChanged = await kept.takeInOther()
      // Answers given since it was read stay.
      if (ledgers.open.value.number !== this.#upon.number) await this.#readNow()
      if (isChanged || this.reading.value.state !== 'ready') return false
    }
    const { text, names, mapping, cells, values } = this.reading.value.value
    if (
      inForce.pack !== undefined &&
      mapping &&
      this.#corrections.length + this.#tellings.length + this.#offices.length > 0
    )
      await keepMapping(inForce.pack, mapping.file)
    const name = this.#files.map((file) => file.name).join('、')
    // What was filled into a template goes into the ledger that is open, whose cells stay what they were.
    const open = mapping ? undefined : ledgers.open.value
    return ledgers.openLedger(open?.name ?? name, text, {
      cells: mapping ? cells : ledgers.cells.value,
      // What organizations are called by now is not for a template to say.
      ...(mapping && { names }),
      isSame: open !== undefined,
      ...(open && { answers: open.answers + values }),
    })
  }

  forget(): void {
    this.#turn++
    this.reading.value = NONE
    this.#files = []
  }

  #readNow(): Promise<void> {
    return (this.#lastRead = this.#read())
  }

  async #read(): Promise<void> {
    const { engine, ledgers } = this.#around
    const turn = this.#turn
    const open = ledgers.open.value
    ledgers.refusal.value = NONE
    // What was read before stays to be seen while the same files are read anew.
    if (this.reading.value.state !== 'ready') this.reading.value = LOADING
    const asks = {
      ledger: open?.number,
      files: this.#files,
      on: this.#on,
      names: ledgers.names.value,
      corrections: this.#corrections,
      tellings: this.#tellings,
      offices: this.#offices,
      own: this.#own,
    }
    const reading = await loaded(() => engine.call('readWorkbooks', asks))
    if (turn !== this.#turn) return
    this.#upon = open
    this.reading.value = reading
  }
}

function ofAnotherLedger(files: readonly WorkbookFile[]): Refusal {
  const text = {
    zh: '这张补填表是在另一份台账打开时读取的，没有填入现在的台账。要填入现在的台账，请重新选择文件。',
    en: 'This form was read while another ledger was open, and was not put into this one. To put it in here, choose the file again.',
  }
  return { sentences: files.map(({ name }) => ({ place: name, text })) }
}

async function bytesOf(file: File): Promise<WorkbookFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
