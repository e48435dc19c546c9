// Original file: protos/licencevault/v1/authenticate.proto

import type { ReportInput as _licencevault_v1_ReportInput, Report as _licencevault_v1_Report } from '../../licencevault/v1/Report.ts';

/**
 * The report.
 */
export interface ByIdentifierResponseInput {
  /**
   * What was found.
   */
  'report'?: (_licencevault_v1_ReportInput | null);
}

/**
 * The report.
 */
export interface ByIdentifierResponse {
  /**
   * What was found.
   */
  'report': (_licencevault_v1_Report | null);
}
