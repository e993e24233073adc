import { caseFaults } from '../cases/case-faults.ts'
import { lint } from '../lint.ts'

/** Cases that cannot be run: an impossible day, or the name of a fact or requirement that does not exist. */
export const caseFault = lint({ 'case-fault': 'warning' }, function* ({ plan, files }) {
  for (const { file } of files.of('cases')) {
    const planned = plan.cases.filter((item) => item.file === file.path)
    for (const [i, item] of planned.entries())
      for (const { path, problem } of caseFaults({ plan }, item, i)) {
        const { message, suggestion } = problem
        yield {
          code: 'case-fault',
          about: item.case.id,
          place: file.place(path, true),
          message,
          ...(suggestion === undefined ? {} : { suggestion }),
        }
      }
  }
})
