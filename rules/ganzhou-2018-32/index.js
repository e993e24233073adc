// Written by scripts/generate.ts from the files of this folder. Do not edit.
import partyOrganizationBasics from '../party-organization-basics/index.js'
import casesCoverage from './cases/coverage.json' with { type: 'json' }
import casesFunding from './cases/funding.json' with { type: 'json' }
import casesLeadership from './cases/leadership.json' with { type: 'json' }
import casesReporting from './cases/reporting.json' with { type: 'json' }
import casesStages from './cases/stages.json' with { type: 'json' }
import casesTransfers from './cases/transfers.json' with { type: 'json' }
import clauses from './clauses.json' with { type: 'json' }
import facts from './facts.json' with { type: 'json' }
import instruments from './instruments.json' with { type: 'json' }
import pack from './pack.json' with { type: 'json' }
import parameters from './parameters.json' with { type: 'json' }
import profilesPractice from './profiles/practice.json' with { type: 'json' }
import profilesPretaxFrom2020 from './profiles/pretax-from-2020.json' with { type: 'json' }
import profilesStrict from './profiles/strict.json' with { type: 'json' }
import requirementsCoverage from './requirements/coverage.json' with { type: 'json' }
import requirementsFunding from './requirements/funding.json' with { type: 'json' }
import requirementsLeadership from './requirements/leadership.json' with { type: 'json' }
import requirementsReporting from './requirements/reporting.json' with { type: 'json' }
import requirementsStages from './requirements/stages.json' with { type: 'json' }
import requirementsTransfers from './requirements/transfers.json' with { type: 'json' }

/** The pack as `compile` of @tiaoli/engine takes it. */
export default {
  files: {
    'cases/coverage.json': casesCoverage,
    'cases/funding.json': casesFunding,
    'cases/leadership.json': casesLeadership,
    'cases/reporting.json': casesReporting,
    'cases/stages.json': casesStages,
    'cases/transfers.json': casesTransfers,
    'clauses.json': clauses,
    'facts.json': facts,
    'instruments.json': instruments,
    'pack.json': pack,
    'parameters.json': parameters,
    'profiles/practice.json': profilesPractice,
    'profiles/pretax-from-2020.json': profilesPretaxFrom2020,
    'profiles/strict.json': profilesStrict,
    'requirements/coverage.json': requirementsCoverage,
    'requirements/funding.json': requirementsFunding,
    'requirements/leadership.json': requirementsLeadership,
    'requirements/reporting.json': requirementsReporting,
    'requirements/stages.json': requirementsStages,
    'requirements/transfers.json': requirementsTransfers,
  },
  uses: [partyOrganizationBasics],
}
