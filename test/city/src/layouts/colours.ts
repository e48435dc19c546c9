import type { LicenceType } from '@licencevault/licence'

/** The inks of a layout: `deep` for ornaments and titles, `light` for the second strand, `wash` for the ground. */
export interface Inks {
  readonly deep: string
  readonly light: string
  readonly wash: string
  readonly tint: string
}

export const ink = '#1c1c1c'
export const grey = '#6b6b6b'
export const red = '#c8161d'
export const titleRed = '#b01c22'

export const gold: Inks = { deep: '#a3782a', light: '#d8b56a', wash: '#f3ead6', tint: '#faf5e9' }
const green: Inks = { deep: '#2f7a55', light: '#8cc3a3', wash: '#e3f1e8', tint: '#f2f9f5' }
const blue: Inks = { deep: '#2b5f94', light: '#8fb4d9', wash: '#e2ecf6', tint: '#f2f7fc' }
const teal: Inks = { deep: '#20767b', light: '#86c0c2', wash: '#dff0f0', tint: '#f0f8f8' }
const plum: Inks = { deep: '#7d3f6d', light: '#c79dbb', wash: '#f3e7ef', tint: '#faf4f8' }
export const rust: Inks = { deep: '#a14b2b', light: '#d9a48d', wash: '#f7e8e1', tint: '#fcf5f1' }
export const slate: Inks = { deep: '#4a5a75', light: '#a3afc4', wash: '#e7ebf2', tint: '#f5f7fa' }

const all = [blue, green, teal, rust, plum, slate] as const

/** The inks of a type: always the same for its code, so that two permits on a desk can be told apart. */
export function inksOf(type: LicenceType): Inks {
  let sum = 0
  for (let index = 0; index < type.code.length; index++) sum = (sum * 31 + type.code.charCodeAt(index)) % 9973
  return all[sum % all.length] ?? blue
}
