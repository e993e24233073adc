// Written by scripts/generate.ts from the files of this folder. Do not edit.
import casesDecision from './cases/decision.json' with { type: 'json' }
import casesFormation from './cases/formation.json' with { type: 'json' }
import casesSecretary from './cases/secretary.json' with { type: 'json' }
import casesTerm from './cases/term.json' with { type: 'json' }
import facts from './facts.json' with { type: 'json' }
import instruments from './instruments.json' with { type: 'json' }
import lint from './lint.json' with { type: 'json' }
import mutants from './mutants.json' with { type: 'json' }
import pack from './pack.json' with { type: 'json' }
import parameters from './parameters.json' with { type: 'json' }
import quality from './quality.json' with { type: 'json' }
import requirementsDecision from './requirements/decision.json' with { type: 'json' }
import requirementsFormation from './requirements/formation.json' with { type: 'json' }
import requirementsSecretary from './requirements/secretary.json' with { type: 'json' }
import requirementsTerm from './requirements/term.json' with { type: 'json' }

/** The pack as `compile` of @tiaoli/engine takes it. */
export default {
  files: {
    'cases/decision.json': casesDecision,
    'cases/formation.json': casesFormation,
    'cases/secretary.json': casesSecretary,
    'cases/term.json': casesTerm,
    'facts.json': facts,
    'instruments.json': instruments,
    'lint.json': lint,
    'mutants.json': mutants,
    'pack.json': pack,
    'parameters.json': parameters,
    'quality.json': quality,
    'requirements/decision.json': requirementsDecision,
    'requirements/formation.json': requirementsFormation,
    'requirements/secretary.json': requirementsSecretary,
    'requirements/term.json': requirementsTerm,
  },
  uses: [],
}
