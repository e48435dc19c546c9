// Original file: protos/licencevault/v1/archive.proto

/**
 * Which form of use.
 */
export const UseForm = {
  /**
   * Not said.
   */
  USE_FORM_UNSPECIFIED: 'USE_FORM_UNSPECIFIED',
  /**
   * 目录: that it is there.
   */
  USE_FORM_LIST: 'USE_FORM_LIST',
  /**
   * 摘要: what it says of itself.
   */
  USE_FORM_EXTRACT: 'USE_FORM_EXTRACT',
  /**
   * 复制件
   */
  USE_FORM_COPY: 'USE_FORM_COPY',
  /**
   * 证明性复制件
   */
  USE_FORM_CERTIFIED_COPY: 'USE_FORM_CERTIFIED_COPY',
} as const;

/**
 * Which form of use.
 */
export type UseFormInput =
  /**
   * Not said.
   */
  | 'USE_FORM_UNSPECIFIED'
  | 0
  /**
   * 目录: that it is there.
   */
  | 'USE_FORM_LIST'
  | 1
  /**
   * 摘要: what it says of itself.
   */
  | 'USE_FORM_EXTRACT'
  | 2
  /**
   * 复制件
   */
  | 'USE_FORM_COPY'
  | 3
  /**
   * 证明性复制件
   */
  | 'USE_FORM_CERTIFIED_COPY'
  | 4

/**
 * Which form of use.
 */
export type UseForm = typeof UseForm[keyof typeof UseForm]
