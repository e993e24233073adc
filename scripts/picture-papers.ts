/**
 * Makes the pictures of papers in docs/papers, with LibreOffice and Poppler (on Debian: libreoffice-writer-nogui,
 * libreoffice-calc-nogui, poppler-utils, fonts-noto-cjk), and beside each the words that it shows.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { picturedPapers, wordsOf } from './pictured-papers.ts'

const root = join(import.meta.dirname, '..')
const RESOLUTION = '72'

const folder = mkdtempSync(join(tmpdir(), 'papers-'))
try {
  for (const paper of await picturedPapers(root)) {
    const { picture, file, bytes } = paper
    writeFileSync(join(folder, file), bytes)
    execFileSync(
      'soffice',
      ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'pdf', file],
      {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    )
    const pdf = `${basename(file, file.slice(file.lastIndexOf('.')))}.pdf`
    const target = join(root, 'docs/papers', picture)
    execFileSync('pdftoppm', ['-png', '-r', RESOLUTION, '-f', '1', '-singlefile', pdf, target], { cwd: folder })
    writeFileSync(`${target}.txt`, await wordsOf(paper))
    console.log(`docs/papers/${picture}.png`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
