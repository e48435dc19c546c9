// Original file: protos/licencevault/v1/archive.proto


/**
 * The next part of a spreadsheet.
 */
export interface ReadScheduleRequestInput {
  /**
   * CSV as a spreadsheet writes it, UTF-8 or GB 18030, in chunks of any length; 32 MiB in all.
   */
  'chunk'?: (Buffer | Uint8Array | string);
  /**
   * What the table shall be called, in the first message.
   */
  'title'?: (string);
}

/**
 * The next part of a spreadsheet.
 */
export interface ReadScheduleRequest {
  /**
   * CSV as a spreadsheet writes it, UTF-8 or GB 18030, in chunks of any length; 32 MiB in all.
   */
  'chunk': (Buffer);
  /**
   * What the table shall be called, in the first message.
   */
  'title': (string);
}
