// Original file: protos/licencevault/v1/archive.proto

import type { TraceStepInput as _licencevault_v1_TraceStepInput, TraceStep as _licencevault_v1_TraceStep } from '../../licencevault/v1/TraceStep.ts';
import type { PropertyCheckInput as _licencevault_v1_PropertyCheckInput, PropertyCheck as _licencevault_v1_PropertyCheck } from '../../licencevault/v1/PropertyCheck.ts';
import type { Long } from '@grpc/proto-loader';

/**
 * The case as it is filed.
 */
export interface FileCaseResponseInput {
  /**
   * Its id, 32 hex digits.
   */
  'caseId'?: (string);
  /**
   * 1, and one more with each correction.
   */
  'revision'?: (number);
  /**
   * 档号.
   */
  'archivalNumber'?: (string);
  /**
   * `Y`, `D30`, `D10` or another term.
   */
  'retention'?: (string);
  /**
   * First day on which it may be appraised; empty where it never falls due, or nobody can tell yet.
   */
  'dueOn'?: (string);
  /**
   * Civil date of filing.
   */
  'filedOn'?: (string);
  /**
   * SHA-256 of the package.
   */
  'packageDigest'?: (string);
  /**
   * Bytes of the package.
   */
  'packageSize'?: (number | string | Long);
  /**
   * Index of the entry that commits to it.
   */
  'index'?: (number | string | Long);
  /**
   * How the due date was reached.
   */
  'trace'?: (_licencevault_v1_TraceStepInput)[];
  /**
   * The four-property check, every item of the table.
   */
  'checks'?: (_licencevault_v1_PropertyCheckInput)[];
}

/**
 * The case as it is filed.
 */
export interface FileCaseResponse {
  /**
   * Its id, 32 hex digits.
   */
  'caseId': (string);
  /**
   * 1, and one more with each correction.
   */
  'revision': (number);
  /**
   * 档号.
   */
  'archivalNumber': (string);
  /**
   * `Y`, `D30`, `D10` or another term.
   */
  'retention': (string);
  /**
   * First day on which it may be appraised; empty where it never falls due, or nobody can tell yet.
   */
  'dueOn': (string);
  /**
   * Civil date of filing.
   */
  'filedOn': (string);
  /**
   * SHA-256 of the package.
   */
  'packageDigest': (string);
  /**
   * Bytes of the package.
   */
  'packageSize': (number);
  /**
   * Index of the entry that commits to it.
   */
  'index': (number);
  /**
   * How the due date was reached.
   */
  'trace': (_licencevault_v1_TraceStep)[];
  /**
   * The four-property check, every item of the table.
   */
  'checks': (_licencevault_v1_PropertyCheck)[];
}
