// Original file: protos/licencevault/v1/archive.proto

import type { UseFormInput as _licencevault_v1_UseFormInput, UseForm as _licencevault_v1_UseForm } from '../../licencevault/v1/UseForm.ts';

/**
 * Uses a case.
 */
export interface UseRequestInput {
  /**
   * Who uses it; must be told, and stands on record.
   */
  'user'?: (string);
  /**
   * Id of the case.
   */
  'caseId'?: (string);
  /**
   * Number of the file within the case; 0 for the case's own entry.
   */
  'file'?: (number);
  /**
   * What for, such as `enforcement` or `judicial`; without one it is refused.
   */
  'purpose'?: (string);
  /**
   * Which form.
   */
  'form'?: (_licencevault_v1_UseFormInput);
  /**
   * Number of the approved application, where one is needed (依申请); at most 200 characters, and on record.
   */
  'application'?: (string);
  /**
   * Reference of the holder's consent, where it is needed; at most 200 characters, and on record.
   */
  'holderConsent'?: (string);
  /**
   * Reference of the office's consent, where it is needed; at most 200 characters, and on record.
   */
  'officeConsent'?: (string);
}

/**
 * Uses a case.
 */
export interface UseRequest {
  /**
   * Who uses it; must be told, and stands on record.
   */
  'user': (string);
  /**
   * Id of the case.
   */
  'caseId': (string);
  /**
   * Number of the file within the case; 0 for the case's own entry.
   */
  'file': (number);
  /**
   * What for, such as `enforcement` or `judicial`; without one it is refused.
   */
  'purpose': (string);
  /**
   * Which form.
   */
  'form': (_licencevault_v1_UseForm);
  /**
   * Number of the approved application, where one is needed (依申请); at most 200 characters, and on record.
   */
  'application': (string);
  /**
   * Reference of the holder's consent, where it is needed; at most 200 characters, and on record.
   */
  'holderConsent': (string);
  /**
   * Reference of the office's consent, where it is needed; at most 200 characters, and on record.
   */
  'officeConsent': (string);
}
