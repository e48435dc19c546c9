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
   * 目录: that it is there; of a case, which files lie in it.
   */
  USE_FORM_LIST: 'USE_FORM_LIST',
  /**
   * 摘录: what is recorded of case and file, without any content.
   */
  USE_FORM_EXTRACT: 'USE_FORM_EXTRACT',
  /**
   * 复制件: the file as it was filed.
   */
  USE_FORM_COPY: 'USE_FORM_COPY',
  /**
   * 证明性复制件: the same with a certificate under the seal of the body that keeps the archive.
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
   * 目录: that it is there; of a case, which files lie in it.
   */
  | 'USE_FORM_LIST'
  | 1
  /**
   * 摘录: what is recorded of case and file, without any content.
   */
  | 'USE_FORM_EXTRACT'
  | 2
  /**
   * 复制件: the file as it was filed.
   */
  | 'USE_FORM_COPY'
  | 3
  /**
   * 证明性复制件: the same with a certificate under the seal of the body that keeps the archive.
   */
  | 'USE_FORM_CERTIFIED_COPY'
  | 4

/**
 * Which form of use.
 */
export type UseForm = typeof UseForm[keyof typeof UseForm]
