// Original file: protos/licencevault/v1/archive.proto

import type { FiledCaseInput as _licencevault_v1_FiledCaseInput, FiledCase as _licencevault_v1_FiledCase } from '../../licencevault/v1/FiledCase.ts';
import type { TraceStepInput as _licencevault_v1_TraceStepInput, TraceStep as _licencevault_v1_TraceStep } from '../../licencevault/v1/TraceStep.ts';

/**
 * What applies and why.
 */
export interface ExplainCaseResponseInput {
  /**
   * The case.
   */
  'case'?: (_licencevault_v1_FiledCaseInput | null);
  /**
   * The calculation, step by step, ended by what holds it and by later tables that do not apply.
   */
  'why'?: (_licencevault_v1_TraceStepInput)[];
  /**
   * When it may be destroyed at the earliest; empty where no day can be named.
   */
  'destructionOn'?: (string);
  /**
   * `due`, `permanent`, `open` or `held`.
   */
  'destructionBecause'?: (string);
}

/**
 * What applies and why.
 */
export interface ExplainCaseResponse {
  /**
   * The case.
   */
  'case': (_licencevault_v1_FiledCase | null);
  /**
   * The calculation, step by step, ended by what holds it and by later tables that do not apply.
   */
  'why': (_licencevault_v1_TraceStep)[];
  /**
   * When it may be destroyed at the earliest; empty where no day can be named.
   */
  'destructionOn': (string);
  /**
   * `due`, `permanent`, `open` or `held`.
   */
  'destructionBecause': (string);
}
