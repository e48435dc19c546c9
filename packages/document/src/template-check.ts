import type { Template } from './template.ts'

/** todo */
export function checkTemplate(value: unknown): Template {
  return value as Template
}
