// Written by scripts/generate.ts from the files of this folder. Do not edit.
import partyOrganizationBasics from '../party-organization-basics/index.js'
import casesAssessment from './cases/assessment.json' with { type: 'json' }
import casesCatalogue from './cases/catalogue.json' with { type: 'json' }
import casesCharter from './cases/charter.json' with { type: 'json' }
import casesCities from './cases/cities.json' with { type: 'json' }
import casesCoverage from './cases/coverage.json' with { type: 'json' }
import casesDemonstration from './cases/demonstration.json' with { type: 'json' }
import casesEducation from './cases/education.json' with { type: 'json' }
import casesFunding from './cases/funding.json' with { type: 'json' }
import casesJointBranches from './cases/joint-branches.json' with { type: 'json' }
import casesLeadership from './cases/leadership.json' with { type: 'json' }
import casesOnline from './cases/online.json' with { type: 'json' }
import casesOrganization from './cases/organization.json' with { type: 'json' }
import casesProfiles from './cases/profiles.json' with { type: 'json' }
import casesReporting from './cases/reporting.json' with { type: 'json' }
import casesResources from './cases/resources.json' with { type: 'json' }
import casesService from './cases/service.json' with { type: 'json' }
import casesStages from './cases/stages.json' with { type: 'json' }
import casesTalent from './cases/talent.json' with { type: 'json' }
import casesTransfers from './cases/transfers.json' with { type: 'json' }
import casesYears from './cases/years.json' with { type: 'json' }
import documentsGanzhou201832Clauses from './documents/ganzhou-2018-32/clauses.json' with { type: 'json' }
import documentsGanzhou201832Document from './documents/ganzhou-2018-32/document.json' with { type: 'json' }
import facts from './facts.json' with { type: 'json' }
import importsPartyBuildingForms from './imports/party-building-forms.json' with { type: 'json' }
import instruments from './instruments.json' with { type: 'json' }
import lint from './lint.json' with { type: 'json' }
import mutants from './mutants.json' with { type: 'json' }
import pack from './pack.json' with { type: 'json' }
import parameters from './parameters.json' with { type: 'json' }
import profilesLiteral from './profiles/literal.json' with { type: 'json' }
import profilesPractice from './profiles/practice.json' with { type: 'json' }
import profilesPretaxFrom2020 from './profiles/pretax-from-2020.json' with { type: 'json' }
import quality from './quality.json' with { type: 'json' }
import registersDebriefings from './registers/debriefings.json' with { type: 'json' }
import requirementsAssessment from './requirements/assessment.json' with { type: 'json' }
import requirementsCharter from './requirements/charter.json' with { type: 'json' }
import requirementsCoverage from './requirements/coverage.json' with { type: 'json' }
import requirementsDemonstration from './requirements/demonstration.json' with { type: 'json' }
import requirementsEducation from './requirements/education.json' with { type: 'json' }
import requirementsFunding from './requirements/funding.json' with { type: 'json' }
import requirementsJointBranches from './requirements/joint-branches.json' with { type: 'json' }
import requirementsLeadership from './requirements/leadership.json' with { type: 'json' }
import requirementsOnline from './requirements/online.json' with { type: 'json' }
import requirementsOrganization from './requirements/organization.json' with { type: 'json' }
import requirementsReporting from './requirements/reporting.json' with { type: 'json' }
import requirementsResources from './requirements/resources.json' with { type: 'json' }
import requirementsService from './requirements/service.json' with { type: 'json' }
import requirementsStages from './requirements/stages.json' with { type: 'json' }
import requirementsTalent from './requirements/talent.json' with { type: 'json' }
import requirementsTransfers from './requirements/transfers.json' with { type: 'json' }
import tablesPartyStatistics from './tables/party-statistics.json' with { type: 'json' }

/** The pack as `compile` of @tiaoli/engine takes it. */
export default {
  files: {
    'cases/assessment.json': casesAssessment,
    'cases/catalogue.json': casesCatalogue,
    'cases/charter.json': casesCharter,
    'cases/cities.json': casesCities,
    'cases/coverage.json': casesCoverage,
    'cases/demonstration.json': casesDemonstration,
    'cases/education.json': casesEducation,
    'cases/funding.json': casesFunding,
    'cases/joint-branches.json': casesJointBranches,
    'cases/leadership.json': casesLeadership,
    'cases/online.json': casesOnline,
    'cases/organization.json': casesOrganization,
    'cases/profiles.json': casesProfiles,
    'cases/reporting.json': casesReporting,
    'cases/resources.json': casesResources,
    'cases/service.json': casesService,
    'cases/stages.json': casesStages,
    'cases/talent.json': casesTalent,
    'cases/transfers.json': casesTransfers,
    'cases/years.json': casesYears,
    'documents/ganzhou-2018-32/clauses.json': documentsGanzhou201832Clauses,
    'documents/ganzhou-2018-32/document.json': documentsGanzhou201832Document,
    'facts.json': facts,
    'imports/party-building-forms.json': importsPartyBuildingForms,
    'instruments.json': instruments,
    'lint.json': lint,
    'mutants.json': mutants,
    'pack.json': pack,
    'parameters.json': parameters,
    'profiles/literal.json': profilesLiteral,
    'profiles/practice.json': profilesPractice,
    'profiles/pretax-from-2020.json': profilesPretaxFrom2020,
    'quality.json': quality,
    'registers/debriefings.json': registersDebriefings,
    'requirements/assessment.json': requirementsAssessment,
    'requirements/charter.json': requirementsCharter,
    'requirements/coverage.json': requirementsCoverage,
    'requirements/demonstration.json': requirementsDemonstration,
    'requirements/education.json': requirementsEducation,
    'requirements/funding.json': requirementsFunding,
    'requirements/joint-branches.json': requirementsJointBranches,
    'requirements/leadership.json': requirementsLeadership,
    'requirements/online.json': requirementsOnline,
    'requirements/organization.json': requirementsOrganization,
    'requirements/reporting.json': requirementsReporting,
    'requirements/resources.json': requirementsResources,
    'requirements/service.json': requirementsService,
    'requirements/stages.json': requirementsStages,
    'requirements/talent.json': requirementsTalent,
    'requirements/transfers.json': requirementsTransfers,
    'tables/party-statistics.json': tablesPartyStatistics,
  },
  uses: [partyOrganizationBasics],
}
