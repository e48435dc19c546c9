// Original file: protos/licencevault/v1/archive.proto


/**
 * The next part of the spreadsheet.
 */
export interface WriteScheduleResponseInput {
  /**
   * CSV, UTF-8 with a byte-order mark; at most 32 KiB a message.
   */
  'chunk'?: (Buffer | Uint8Array | string);
}

/**
 * The next part of the spreadsheet.
 */
export interface WriteScheduleResponse {
  /**
   * CSV, UTF-8 with a byte-order mark; at most 32 KiB a message.
   */
  'chunk': (Buffer);
}
