// Original file: protos/licencevault/v1/authenticate.proto

import type { AnswerInput as _licencevault_v1_AnswerInput, Answer as _licencevault_v1_Answer } from '../../licencevault/v1/Answer.ts';
import type { ReportedStatusInput as _licencevault_v1_ReportedStatusInput, ReportedStatus as _licencevault_v1_ReportedStatus } from '../../licencevault/v1/ReportedStatus.ts';
import type { WordsInput as _licencevault_v1_WordsInput, Words as _licencevault_v1_Words } from '../../licencevault/v1/Words.ts';
import type { CheckInput as _licencevault_v1_CheckInput, Check as _licencevault_v1_Check } from '../../licencevault/v1/Check.ts';
import type { FactsInput as _licencevault_v1_FactsInput, Facts as _licencevault_v1_Facts } from '../../licencevault/v1/Facts.ts';

/**
 * One report, whatever was asked about.
 */
export interface ReportInput {
  /**
   * What it was judged by: `file`, `identifier` or `code`.
   */
  'by'?: (string);
  /**
   * One word: `valid`, `expired`, `forged`, `revoked`, `unknown`, …
   */
  'verdict'?: (string);
  /**
   * Did the authority that it names make it, and was it entitled to?
   */
  'genuine'?: (_licencevault_v1_AnswerInput);
  /**
   * Is it genuine, within its dates, and neither suspended nor ended?
   */
  'inForce'?: (_licencevault_v1_AnswerInput);
  /**
   * Answer of 证照信息验证 (GB/T 36906): 0 right and in force, … 5 unknown, 6 the information disagrees.
   */
  'answer'?: (number);
  /**
   * Answer of 证照文件验证: 0 passed, 1 the seal fails, 2 the file fails; by file only.
   */
  'fileAnswer'?: (number);
  /**
   * The state that was found; left out for a licence that nobody here issued.
   */
  'status'?: (_licencevault_v1_ReportedStatusInput | null);
  /**
   * Instant judged at.
   */
  'at'?: (string);
  /**
   * What to tell the person at the counter.
   */
  'summary'?: (_licencevault_v1_WordsInput | null);
  /**
   * What to do now.
   */
  'remedy'?: (_licencevault_v1_WordsInput | null);
  /**
   * Every check.
   */
  'checks'?: (_licencevault_v1_CheckInput)[];
  /**
   * What the licence says, as far as the caller may know it; trust it only if genuine.
   */
  'licence'?: (_licencevault_v1_FactsInput | null);
  /**
   * Instant at which the seal of the kept file was last checked; by file that is now.
   */
  'sealCheckedAt'?: (string);
  '_fileAnswer'?: "fileAnswer";
}

/**
 * One report, whatever was asked about.
 */
export interface Report {
  /**
   * What it was judged by: `file`, `identifier` or `code`.
   */
  'by': (string);
  /**
   * One word: `valid`, `expired`, `forged`, `revoked`, `unknown`, …
   */
  'verdict': (string);
  /**
   * Did the authority that it names make it, and was it entitled to?
   */
  'genuine': (_licencevault_v1_Answer);
  /**
   * Is it genuine, within its dates, and neither suspended nor ended?
   */
  'inForce': (_licencevault_v1_Answer);
  /**
   * Answer of 证照信息验证 (GB/T 36906): 0 right and in force, … 5 unknown, 6 the information disagrees.
   */
  'answer': (number);
  /**
   * Answer of 证照文件验证: 0 passed, 1 the seal fails, 2 the file fails; by file only.
   */
  'fileAnswer'?: (number);
  /**
   * The state that was found; left out for a licence that nobody here issued.
   */
  'status': (_licencevault_v1_ReportedStatus | null);
  /**
   * Instant judged at.
   */
  'at': (string);
  /**
   * What to tell the person at the counter.
   */
  'summary': (_licencevault_v1_Words | null);
  /**
   * What to do now.
   */
  'remedy': (_licencevault_v1_Words | null);
  /**
   * Every check.
   */
  'checks': (_licencevault_v1_Check)[];
  /**
   * What the licence says, as far as the caller may know it; trust it only if genuine.
   */
  'licence': (_licencevault_v1_Facts | null);
  /**
   * Instant at which the seal of the kept file was last checked; by file that is now.
   */
  'sealCheckedAt': (string);
  '_fileAnswer'?: "fileAnswer";
}
