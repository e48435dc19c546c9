import type { Page } from '@licencevault/api'
import type { PageRequest } from '@licencevault/vault'

export function pageFrom(page: Page | null): PageRequest {
  return {
    ...(page?.size ? { size: page.size } : {}),
    ...(page?.cursor ? { cursor: page.cursor } : {}),
  }
}
