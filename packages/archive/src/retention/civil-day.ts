import { error } from '../codes.ts'

/** The zone whose calendar decides on which day something happened, unless an archive is told another. */
export const DEFAULT_ZONE = 'Asia/Shanghai'

/** The civil date of an instant in a zone of the IANA list. Throws VaultError `zone-unknown`. */
export function dayIn(zone: string, instant: Date): string {
  try {
    return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
      .toZonedDateTimeISO(zone)
      .toPlainDate()
      .toString()
  } catch (cause) {
    throw error('zone-unknown', { found: zone.slice(0, 64) }, { cause })
  }
}
