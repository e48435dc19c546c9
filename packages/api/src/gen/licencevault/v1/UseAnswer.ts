// Original file: protos/licencevault/v1/archive.proto

import type { ProblemInput as _licencevault_v1_ProblemInput, Problem as _licencevault_v1_Problem } from '../../licencevault/v1/Problem.ts';
import type { UseFormInput as _licencevault_v1_UseFormInput, UseForm as _licencevault_v1_UseForm } from '../../licencevault/v1/UseForm.ts';
import type { UsedFileInput as _licencevault_v1_UsedFileInput, UsedFile as _licencevault_v1_UsedFile } from '../../licencevault/v1/UsedFile.ts';
import type { HoldInput as _licencevault_v1_HoldInput, Hold as _licencevault_v1_Hold } from '../../licencevault/v1/Hold.ts';
import type { CaseElementInput as _licencevault_v1_CaseElementInput, CaseElement as _licencevault_v1_CaseElement } from '../../licencevault/v1/CaseElement.ts';
import type { CopyCertificateInput as _licencevault_v1_CopyCertificateInput, CopyCertificate as _licencevault_v1_CopyCertificate } from '../../licencevault/v1/CopyCertificate.ts';

/**
 * Granted or refused.
 */
export interface UseAnswerInput {
  /**
   * Whether it is granted.
   */
  'granted'?: (boolean);
  /**
   * Why it is refused, where it is.
   */
  'refusal'?: (_licencevault_v1_ProblemInput | null);
  /**
   * Which form was granted.
   */
  'form'?: (_licencevault_v1_UseFormInput);
  /**
   * 档号.
   */
  'archivalNumber'?: (string);
  /**
   * Title of the case.
   */
  'title'?: (string);
  /**
   * What the form shows of the file; left out for the case's own entry.
   */
  'file'?: (_licencevault_v1_UsedFileInput | null);
  /**
   * Whatever holds the case.
   */
  'holds'?: (_licencevault_v1_HoldInput)[];
  /**
   * Of the case's own entry: its files, as far as each may be used so by this reader.
   */
  'files'?: (_licencevault_v1_UsedFileInput)[];
  /**
   * How many of its files may not.
   */
  'withheld'?: (number);
  /**
   * Of an extract: the metadata of the case, as the package has them and the ledger commits to them.
   */
  'elements'?: (_licencevault_v1_CaseElementInput)[];
  /**
   * Of a certified copy.
   */
  'certificate'?: (_licencevault_v1_CopyCertificateInput | null);
}

/**
 * Granted or refused.
 */
export interface UseAnswer {
  /**
   * Whether it is granted.
   */
  'granted': (boolean);
  /**
   * Why it is refused, where it is.
   */
  'refusal': (_licencevault_v1_Problem | null);
  /**
   * Which form was granted.
   */
  'form': (_licencevault_v1_UseForm);
  /**
   * 档号.
   */
  'archivalNumber': (string);
  /**
   * Title of the case.
   */
  'title': (string);
  /**
   * What the form shows of the file; left out for the case's own entry.
   */
  'file': (_licencevault_v1_UsedFile | null);
  /**
   * Whatever holds the case.
   */
  'holds': (_licencevault_v1_Hold)[];
  /**
   * Of the case's own entry: its files, as far as each may be used so by this reader.
   */
  'files': (_licencevault_v1_UsedFile)[];
  /**
   * How many of its files may not.
   */
  'withheld': (number);
  /**
   * Of an extract: the metadata of the case, as the package has them and the ledger commits to them.
   */
  'elements': (_licencevault_v1_CaseElement)[];
  /**
   * Of a certified copy.
   */
  'certificate': (_licencevault_v1_CopyCertificate | null);
}
