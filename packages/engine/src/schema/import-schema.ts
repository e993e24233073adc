import { z } from 'zod'
import { schemaReference, slugSchema, textSchema, wordSchema } from './common-schema.ts'

const line = z.string().min(1).max(200)
const lines = z.array(line).min(1)
const literal = z.union([z.string().min(1), z.number(), z.boolean(), z.null()])

/** What is set: facts and their values. A group or a list that is `null` is none. */
const factsSchema = z.record(line, literal).meta({ description: 'fact, group or list → value; null is none' })

/**
 * What a text means, by its form: `{}` stands for what the column reads by itself, `{firm.closedOn}` for a value of that
 * fact, and `…` for any words. The meaning is a value of the column’s own fact, or facts that are set.
 */
const meaningsSchema = z
  .record(line, z.union([literal, factsSchema]))
  .meta({ description: 'the form of a text → a value of the fact of the column, or facts that are set' })

const conditionSchema = z.strictObject({
  column: line.meta({ description: 'a heading of a column of the table' }),
  is: lines.meta({
    description: 'one of these forms stands there; {} is the name of the record of the row',
  }),
  not: lines.optional().meta({ description: 'what certainly says otherwise; anything else is not understood' }),
})

const looksSchema = z.strictObject({
  is: lines.meta({ description: 'Whole names, or with … forms of names; the longest form that fits a text decides' }),
  not: lines
    .optional()
    .meta({ description: 'Texts, or with … forms, that are no names though a shorter form says so' }),
  brackets: z.strictObject({ is: lines, not: lines.optional() }).optional().meta({
    description: 'Forms of brackets at the end of a name that are part of it; others are remarks',
  }),
})

const yearSchema = z
  .union([
    z.enum(['previous', 'current', 'heading', 'cell']),
    z.number().int().min(1900).max(2999),
    z.strictObject({ column: line }),
  ])
  .meta({
    description: 'The year that a column is about',
  })

const yearsSchema = z.union([line, z.strictObject({ fact: line, is: z.record(line, line) })]).meta({
  description: 'A number of years: `parameters.<id>`, or one by the value that a fact of the same record has',
})

const whenSchema = z.union([conditionSchema, z.array(conditionSchema).min(2)]).meta({
  description: 'What another column says where this one is read',
})

/** What the cells of a column give: at most one of these, from `fact` to `unused`. */
const importColumnSchema = z.strictObject({
  headings: lines.meta({ description: 'How the column is called; spaces, brackets and their content do not matter' }),
  under: z.union([line, lines]).optional().meta({
    description: 'Headings above, by one of which it is told from others of the same name',
  }),
  when: whenSchema.optional(),
  fact: line.optional().meta({ description: 'The fact that the cells give, read by its type' }),
  organization: line.optional().meta({
    description: 'The id of an organization, of which the cells have the name',
  }),
  record: line.optional().meta({ description: 'A scope, or a reference to one: the record of the name in the cell' }),
  otherwise: line.optional().meta({
    description: 'Of `record`: the column that names it where the cell is blank or says none',
  }),
  known: z.literal(true).optional().meta({
    description: 'Of `record`: none is made that no other table names',
  }),
  elsewhere: z
    .strictObject({ is: lines, not: lines.optional() })
    .optional()
    .meta({ description: 'Of `known`: forms of names of another place' }),
  from: line.optional().meta({
    description: 'Of `known`: the column of where somebody comes from',
  }),
  looks: z
    .strictObject({ is: lines, not: lines.optional() })
    .optional()
    .meta({ description: 'Of `record`: forms of names, and of what is none; any other text is told' }),
  referredBy: line.optional().meta({
    description: 'A reference to the scope of the row: the cells name what refers to it',
  }),
  person: line.optional().meta({ description: 'The id of a person; the names go to a table of their own' }),
  somebody: wordSchema.optional().meta({
    description: 'A scope: the row has a record of it if somebody is named here',
  }),
  remark: z.literal(true).optional().meta({ description: 'Remarks, which a person has to read' }),
  unused: textSchema.optional().meta({ description: 'Why the column gives nothing' }),
  fill: z.literal(true).optional().meta({ description: 'Written once, for the rows below as well' }),
  unit: line.optional().meta({ description: 'Of amounts: one of the units of the mapping' }),
  until: line.optional().meta({
    description: 'Of dates: the fact that is the end of the period',
  }),
  without: z
    .strictObject({
      fact: line.meta({ description: 'the number of those whom the fact does not count, and a form may' }),
      inside: lines.meta({ description: 'forms of headings or cells that say that they are counted' }),
      beside: lines.meta({ description: 'forms that say that they are not, which comes first' }),
      rest: z.literal(true).optional().meta({ description: 'where they are counted, the fact is what is left' }),
      others: lines.optional().meta({
        description: 'forms of unknown headings that may have the number of them',
      }),
      own: lines.optional().meta({
        description: 'such forms, which come first, that may have the number without them',
      }),
      least: lines.meta({
        description: 'parameters.<id>, which it may decide whether one reaches',
      }),
    })
    .optional()
    .meta({ description: 'Of numbers: what a form may count as well' }),
  inBrackets: lines.optional().meta({
    description: 'Of numbers: what headings may say in brackets and count no others: 含预备党员',
  }),
  same: z.tuple([line, line]).optional().meta({
    description: 'Two ids of persons: whether they are of one person',
  }),
  one: lines
    .optional()
    .meta({ description: 'Beside `same`: texts that say, as yes does, that they are of one person' }),
  latest: z.literal(true).optional().meta({
    description: 'Of dates: of several such columns the latest is read',
  }),
  plusYears: yearsSchema.optional().meta({
    description: 'Of dates: the cells have the day so many years after that of the fact',
  }),
  periodYears: yearsSchema.optional().meta({
    description: 'The cells say how many years the period has that begins with the fact',
  }),
  beganIn: lines.optional().meta({
    description: 'Beside `plusYears`: columns that may have the fact',
  }),
  year: yearSchema.optional(),
  words: meaningsSchema.optional(),
  sets: factsSchema.optional().meta({ description: 'What is also so where the cell says something' }),
  unless: lines.optional().meta({ description: 'Words of the row that leave open what `sets` or the cell says' }),
})
export type ImportColumn = z.infer<typeof importColumnSchema>
export type ImportFacts = z.infer<typeof factsSchema>
export type ImportCondition = z.infer<typeof conditionSchema>
export type ImportYears = z.infer<typeof yearsSchema>
export type ImportYear = z.infer<typeof yearSchema>

/** A column as it is written: whole, or as one that tables share, with what is otherwise in this one. */
const writtenColumnSchema = importColumnSchema.extend({
  as: slugSchema.optional().meta({
    description: 'One of `columns`, of which this says only what is otherwise',
  }),
  headings: importColumnSchema.shape.headings.optional(),
  when: z.union([slugSchema, whenSchema]).optional().meta({ description: 'One of `conditions`, or such a condition' }),
})
export type WrittenColumn = z.infer<typeof writtenColumnSchema>

const table = {
  title: textSchema,
  has: z
    .array(z.union([line, lines]))
    .min(1)
    .meta({
      description: 'Headings that the table is known by: all are there, of a list one',
    }),
}

/** A table of records, a roster whose rows are counted, or one of which no ledger can be made. */
const writtenTableSchema = z.strictObject({
  ...table,
  row: wordSchema.optional().meta({ description: 'The scope of which each row is a record' }),
  except: z
    .array(conditionSchema)
    .optional()
    .meta({ description: 'Rows that are about something else, by what a column of them says; each is listed' }),
  year: yearSchema.optional(),
  sets: z
    .array(
      z.strictObject({
        facts: factsSchema,
        unless: lines.optional().meta({
          description: 'Words that leave it open',
        }),
        why: textSchema,
      }),
    )
    .optional()
    .meta({ description: 'What being in the table says of a record' }),
  counts: z
    .array(z.strictObject({ fact: line, where: z.array(conditionSchema).optional() }))
    .min(1)
    .optional()
    .meta({ description: 'Facts that are numbers of rows; the rows are persons, of whom nothing else is kept' }),
  persons: z
    .strictObject({
      name: line.meta({ description: 'The heading of the column with their names' }),
      apart: lines.optional().meta({
        description: 'Headings of days or identity numbers by which persons of one name are told apart',
      }),
      unless: lines.optional().meta({ description: 'Words that, in any cell of a row, leave open whether it counts' }),
      only: z
        .strictObject({
          titled: lines.meta({ description: 'words in a title of the table or the name of the sheet' }),
          counts: lines.optional().meta({ description: 'the facts that are still counted; nothing, if left out' }),
          why: textSchema,
        })
        .optional()
        .meta({ description: 'Of a roster of some persons alone: what else it counts is left open' }),
    })
    .optional()
    .meta({ description: 'Of rows that are counted: what says that one may not count, or count twice' }),
  noLedger: textSchema.optional().meta({ description: 'Why no ledger can be made of such a table' }),
  columns: z.array(writtenColumnSchema).min(1).optional(),
})
export type WrittenTable = z.infer<typeof writtenTableSchema>
export type ImportTable = Omit<WrittenTable, 'columns'> & { columns?: ImportColumn[] }

export const importFileSchema = z
  .strictObject({
    ...schemaReference,
    id: slugSchema,
    title: textSchema,
    guessed: z.literal(true).optional().meta({
      description: 'Made from headings by a program, and not yet looked through by a person',
    }),
    head: z
      .strictObject({
        on: lines.optional().meta({ description: 'Labels of the day on which the form was filled in' }),
        by: lines.optional().meta({ description: 'Labels of who filled it in' }),
        roles: z.record(line, slugSchema).optional().meta({ description: 'form of the name → role of an attester' }),
        unit: lines.optional().meta({ description: 'Labels of the unit of amounts' }),
      })
      .optional()
      .meta({ description: 'What the lines above a table say of all of it' }),
    units: z
      .record(line, z.number().int().min(1))
      .optional()
      .meta({ description: 'Units of amounts → how many of the smallest unit of the currency: 万元 is 1000000' }),
    usual: z
      .record(line, z.strictObject({ least: z.number().min(0), most: z.number().min(0), unit: line }))
      .optional()
      .meta({
        description: 'fact → between what its amounts usually are',
      }),
    dates: z
      .enum(['day-first', 'month-first'])
      .optional()
      .meta({ description: 'What comes first where a date has both as numbers: 3/12/2025' }),
    blank: lines.optional().meta({ description: 'Texts that say as little as an empty cell' }),
    none: lines.optional().meta({ description: 'Texts that say that there is none' }),
    yes: lines.optional(),
    no: lines.optional(),
    same: lines.optional().meta({ description: 'Texts that repeat the cell above' }),
    synonyms: z.record(line, line).optional().meta({
      description: 'words of headings → those that labels of the catalogue have, where columns are guessed',
    }),
    titles: z.record(line, z.record(line, line)).optional().meta({
      description: 'heading of a column → form of a title → what then stands in that column',
    }),
    groups: z
      .array(
        z.strictObject({
          by: line.meta({ description: 'A reference to the records: firm.jointBranch' }),
          named: lines.optional(),
          least: z.number().int().min(2).optional(),
          sets: factsSchema,
        }),
      )
      .min(1)
      .optional()
      .meta({
        description: 'What is so of a record to which more may refer than the table has',
      }),
    lists: z
      .strictObject({
        whole: z
          .strictObject({
            words: lines,
            why: textSchema,
          })
          .optional()
          .meta({ description: 'The words of which titles of whole rosters consist' }),
        persons: z
          .strictObject({
            called: lines,
            behind: lines,
            part: lines.optional(),
            facts: lines,
            why: textSchema,
          })
          .optional()
          .meta({ description: 'Tables of some persons alone, whose numbers are left open' }),
        unread: z
          .array(
            z.strictObject({
              titled: lines,
              not: lines.optional(),
              why: textSchema,
            }),
          )
          .optional()
          .meta({ description: 'Lists of what is not so now, as what is planned, which are not read' }),
      })
      .optional()
      .meta({ description: 'What titles say of whole lists' }),
    remarks: z
      .strictObject({
        harmless: lines.optional().meta({
          description: 'Forms of clauses of remarks that say nothing of what a row denies',
        }),
        asking: lines.optional().meta({
          description: 'Forms of headings under which a number too may say that it is otherwise',
        }),
        affirming: lines.optional().meta({
          description: 'Forms of cells, or of headings and cells with ／ between them, that deny nothing: …单独／√',
        }),
        on: z
          .array(z.strictObject({ facts: lines, by: lines.optional(), named: lines.optional() }))
          .min(1)
          .optional()
          .meta({
            description: 'Forms of remarks by which facts are otherwise, and words for their numbers',
          }),
        called: z.record(line, lines).optional().meta({
          description: 'fact → what sentences beside a table call its column, where they do not use its heading',
        }),
        unsure: lines.optional().meta({
          description: 'Forms of texts that say that it is not sure, or no longer so, what is written: 初稿, …未核实…',
        }),
        instructions: lines.optional().meta({
          description: 'Forms of the clauses of such sentences that say how to fill in a form',
        }),
        signs: lines.optional().meta({
          description: 'Forms of clauses about signs that say what the mapping reads: √表示有',
        }),
      })
      .optional()
      .meta({ description: 'What remarks and sentences beside a table say, which leave open what they do not say' }),
    skip: z.strictObject({ sheets: lines.optional(), rows: lines.optional() }).optional().meta({
      description: 'Names of sheets, and beginnings of rows, that are not read',
    }),
    names: z
      .strictObject({
        forms: lines.optional().meta({ description: 'Forms of names that mean what stands for {}: 中共{}党支部' }),
        aliases: z.record(line, line).optional().meta({ description: 'short name → name' }),
        alone: z.record(line, line).optional().meta({
          description: 'a whole cell → the name it stands for where others of its column name others: 赣州市 → 市直',
        }),
        spellings: z.record(line, line).optional().meta({
          description: 'ways to write a name that differ in words without meaning: {}律师所 → {}律师事务所',
        }),
        notes: lines.optional().meta({
          description: 'Forms of brackets behind a name that are no part of it; {} is another name: 原{}',
        }),
        with: lines.optional().meta({
          description: 'Forms of what stands in brackets behind a name and is another record beside it: 含{}',
        }),
        addressed: lines.optional().meta({
          description: 'What stands behind names of persons and is no part of them, as 同志 is: 律师',
        }),
        noPersons: lines.optional().meta({
          description: 'Forms of texts in columns of persons that are no name of one: …书记…, 党建…',
        }),
        local: z.array(wordSchema).min(1).optional().meta({
          description: 'Scopes whose records are told apart by their names only within what is around them',
        }),
        like: z.record(wordSchema, looksSchema).optional().meta({
          description: 'scope → what names of its records look like',
        }),
      })
      .optional(),
    conditions: z.record(slugSchema, whenSchema).optional().meta({
      description: 'name → a condition of several columns',
    }),
    columns: z
      .record(slugSchema, writtenColumnSchema.omit({ as: true }))
      .optional()
      .meta({
        description: 'name → a column of several tables',
      }),
    tables: z.array(writtenTableSchema).min(1),
  })
  .meta({ title: 'imports/*.json', description: 'How workbooks of an office become a ledger; decides nothing' })
export type WrittenImport = z.infer<typeof importFileSchema>
/** A mapping whose tables have all of their columns. */
export type ImportFile = Omit<WrittenImport, 'conditions' | 'columns' | 'tables'> & { tables: ImportTable[] }
