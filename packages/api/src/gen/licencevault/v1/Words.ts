// Original file: protos/licencevault/v1/common.proto


/**
 * The same words in English and Chinese.
 */
export interface WordsInput {
  /**
   * English.
   */
  'en'?: (string);
  /**
   * Chinese.
   */
  'zh'?: (string);
}

/**
 * The same words in English and Chinese.
 */
export interface Words {
  /**
   * English.
   */
  'en': (string);
  /**
   * Chinese.
   */
  'zh': (string);
}
