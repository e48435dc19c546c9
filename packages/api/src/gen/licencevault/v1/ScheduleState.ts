// Original file: protos/licencevault/v1/archive.proto


/**
 * A table as it stands (归档范围和保管期限表).
 */
export interface ScheduleStateInput {
  /**
   * Its number.
   */
  'number'?: (number);
  /**
   * `proposed`, `approved` or `declined`.
   */
  'state'?: (string);
  /**
   * What it is called.
   */
  'title'?: (string);
  /**
   * How many items it rules.
   */
  'items'?: (number);
  /**
   * SHA-256 of its canonical JSON.
   */
  'digest'?: (string);
  /**
   * Civil date since which it is in force; empty for one that is not approved.
   */
  'effectiveFrom'?: (string);
}

/**
 * A table as it stands (归档范围和保管期限表).
 */
export interface ScheduleState {
  /**
   * Its number.
   */
  'number': (number);
  /**
   * `proposed`, `approved` or `declined`.
   */
  'state': (string);
  /**
   * What it is called.
   */
  'title': (string);
  /**
   * How many items it rules.
   */
  'items': (number);
  /**
   * SHA-256 of its canonical JSON.
   */
  'digest': (string);
  /**
   * Civil date since which it is in force; empty for one that is not approved.
   */
  'effectiveFrom': (string);
}
