import { createHash } from 'node:crypto'
import type { Identity } from '@licencevault/keys'
import { type Extension, extensionDer, header, keyBits, signatureAlgorithm } from './certificate.ts'
import { type Der, der } from './der.ts'

/** Revocation lists, OCSP responses and time-stamps for tests: really signed, right or wrong as they are told. */

export interface CrlOptions {
  readonly thisUpdate: Date
  readonly nextUpdate?: Date
  readonly revoked?: readonly {
    readonly serial: Uint8Array
    readonly at: Date
    readonly extensions?: readonly Extension[]
  }[]
  /** Version 2 as soon as there is one. */
  readonly extensions?: readonly Extension[]
  /** DER of the issuer's name, when it is not the signer's. */
  readonly issuer?: Der
  /** The entries as they are to stand, instead of `revoked`. */
  readonly entries?: Der
}

/** A CRL of whoever signs. */
export async function signCrl({ signer, certificate }: Identity, options: CrlOptions): Promise<Uint8Array> {
  const { thisUpdate, nextUpdate, revoked = [], extensions = [], entries } = options
  const algorithm = signatureAlgorithm(signer.algorithm)
  const list =
    entries ??
    der.sequence(
      ...revoked.map((one) =>
        der.sequence(
          der.integer(one.serial),
          der.time(one.at),
          ...(one.extensions ? [der.sequence(...one.extensions.map(extensionDer))] : []),
        ),
      ),
    )
  const extended = extensions.length > 0 || revoked.some((one) => one.extensions)
  const tbs = der.sequence(
    ...(extended ? [der.integer(1)] : []),
    algorithm,
    options.issuer ?? partsOf(certificate).subject,
    der.time(thisUpdate),
    ...(nextUpdate ? [der.time(nextUpdate)] : []),
    ...(entries || revoked.length > 0 ? [list] : []),
    ...(extensions.length > 0 ? [der.explicit(0, der.sequence(...extensions.map(extensionDer)))] : []),
  )
  return der.sequence(tbs, algorithm, der.bits(await signer.sign(tbs)))
}

/** Extensions of CRLs and of their entries. */
export const crlExtension = {
  reason: (code: number): Extension => ({ oid: '2.5.29.21', value: Uint8Array.of(0x0a, 1, code) }),
  invalidSince: (date: Date): Extension => ({ oid: '2.5.29.24', value: generalized(date) }),
  delta: (base: number): Extension => ({ oid: '2.5.29.27', critical: true, value: der.integer(base) }),
  /** Issuing distribution point, from its fields. */
  point: (...fields: readonly Der[]): Extension => ({
    oid: '2.5.29.28',
    critical: true,
    value: der.sequence(...fields),
  }),
}

export interface OcspOptions {
  readonly certificate: Uint8Array
  /** The issuer of the certificate asked about. */
  readonly issuer: Uint8Array
  readonly status?: 'good' | 'unknown' | { readonly at: Date; readonly reason?: number }
  readonly thisUpdate: Date
  readonly nextUpdate?: Date
  readonly hash?: 'SHA-1' | 'SHA-256'
  readonly nonce?: Uint8Array
  /** Certificates sent along. */
  readonly send?: readonly Uint8Array[]
  readonly by?: 'name' | 'key'
  /** How many times it answers; once unless told. */
  readonly times?: number
  readonly extensions?: readonly Extension[]
}

/** An OCSP response by whoever signs. */
export async function signOcsp({ signer, certificate }: Identity, options: OcspOptions): Promise<Uint8Array> {
  const { status = 'good', thisUpdate, nextUpdate, hash = 'SHA-1', nonce, send = [], by = 'name' } = options
  const own = partsOf(certificate)
  const asked = partsOf(options.certificate)
  const issuer = partsOf(options.issuer)
  const digest = (bytes: Uint8Array) =>
    new Uint8Array(
      createHash(hash === 'SHA-1' ? 'sha1' : 'sha256')
        .update(bytes)
        .digest(),
    )
  const algorithmOid = hash === 'SHA-1' ? '1.3.14.3.2.26' : '2.16.840.1.101.3.4.2.1'
  const id = der.sequence(
    der.sequence(der.oid(algorithmOid), der.null()),
    der.octets(digest(asked.issuer)),
    der.octets(digest(keyBits(issuer.publicKey))),
    asked.serial,
  )
  const revoked = (at: Date, reason?: number) =>
    der.explicit(
      1,
      generalized(at),
      ...(reason === undefined ? [] : [der.explicit(0, Uint8Array.of(0x0a, 1, reason))]),
    )
  const answer = der.sequence(
    id,
    typeof status === 'string'
      ? der.implicit(status === 'good' ? 0 : 2, new Uint8Array())
      : revoked(status.at, status.reason),
    generalized(thisUpdate),
    ...(nextUpdate ? [der.explicit(0, generalized(nextUpdate))] : []),
  )
  const sha1 = new Uint8Array(createHash('sha1').update(keyBits(own.publicKey)).digest())
  const extensions = [
    ...(nonce ? [{ oid: '1.3.6.1.5.5.7.48.1.2', value: der.octets(nonce) }] : []),
    ...(options.extensions ?? []),
  ]
  const tbs = der.sequence(
    by === 'name' ? der.explicit(1, own.subject) : der.explicit(2, der.octets(sha1)),
    generalized(thisUpdate),
    der.sequence(...Array<Der>(options.times ?? 1).fill(answer)),
    ...(extensions.length > 0 ? [der.explicit(1, der.sequence(...extensions.map(extensionDer)))] : []),
  )
  const basic = der.sequence(
    tbs,
    signatureAlgorithm(signer.algorithm),
    der.bits(await signer.sign(tbs)),
    ...(send.length > 0 ? [der.explicit(0, der.sequence(...send))] : []),
  )
  return der.sequence(
    Uint8Array.of(0x0a, 1, 0),
    der.explicit(0, der.sequence(der.oid('1.3.6.1.5.5.7.48.1.1'), der.octets(basic))),
  )
}

/** A responder's answer that it gives none. */
export const ocspRefusal = (status: number): Uint8Array => der.sequence(Uint8Array.of(0x0a, 1, status))

export interface TimeStampOptions {
  /** SHA-256 of what is stamped. */
  readonly imprint: Uint8Array
  /** As GeneralizedTime writes it. */
  readonly time: string
  readonly policy?: string
  readonly nonce?: Uint8Array
  readonly accuracy?: Der
  readonly ordering?: boolean
  /** DER of a GeneralName. */
  readonly authority?: Der
  readonly hashOid?: string
  readonly version?: number
  /** What the message says that it holds. */
  readonly contentType?: string
  /** Which attribute binds the certificate. */
  readonly bound?: 'v1' | 'v2' | 'none'
  readonly extensions?: readonly Extension[]
}

/** A time-stamp token (RFC 3161) of whoever signs; ES256 or any other with SHA-256. */
export async function signTimeStamp(identity: Identity, options: TimeStampOptions): Promise<Uint8Array> {
  const { time, imprint, policy = '1.2.3.4.1', nonce, accuracy, ordering, authority, version = 1 } = options
  const type = options.contentType ?? '1.2.840.113549.1.9.16.1.4'
  const sha256 = der.sequence(der.oid('2.16.840.1.101.3.4.2.1'), der.null())
  const info = der.sequence(
    der.integer(version),
    der.oid(policy),
    der.sequence(
      der.sequence(der.oid(options.hashOid ?? '2.16.840.1.101.3.4.2.1'), der.null()),
      der.octets(imprint),
    ),
    der.integer(4711),
    tagged(0x18, time),
    ...(accuracy ? [accuracy] : []),
    ...(ordering ? [der.boolean(true)] : []),
    ...(nonce ? [der.integer(nonce)] : []),
    ...(authority ? [der.explicit(0, authority)] : []),
    ...(options.extensions ? [der.explicit(1, ...options.extensions.map(extensionDer))] : []),
  )
  const { signer, certificate } = identity
  const { issuer, serial } = partsOf(certificate)
  const attribute = (oid: string, value: Der) => der.sequence(der.oid(oid), der.set(value))
  const bound = {
    v2: [attribute('1.2.840.113549.1.9.16.2.47', bindingOf(hashOf('sha256', certificate)))],
    v1: [attribute('1.2.840.113549.1.9.16.2.12', bindingOf(hashOf('sha1', certificate)))],
    none: [],
  }[options.bound ?? 'v2']
  const attributes = der.set(
    attribute('1.2.840.113549.1.9.3', der.oid(type)),
    attribute('1.2.840.113549.1.9.4', der.octets(hashOf('sha256', info))),
    ...bound,
  )
  const implicit = Uint8Array.from(attributes)
  implicit[0] = 0xa0
  const signerInfo = der.sequence(
    der.integer(1),
    der.sequence(issuer, serial),
    sha256,
    implicit,
    signatureAlgorithm(signer.algorithm),
    der.octets(await signer.sign(attributes)),
  )
  const signed = der.sequence(
    der.integer(3),
    der.set(sha256),
    der.sequence(der.oid(type), der.explicit(0, der.octets(info))),
    der.explicit(0, certificate),
    der.set(signerInfo),
  )
  return der.sequence(der.oid('1.2.840.113549.1.7.2'), der.explicit(0, signed))
}

const bindingOf = (hash: Uint8Array): Der => der.sequence(der.sequence(der.sequence(der.octets(hash))))
const hashOf = (name: 'sha1' | 'sha256', bytes: Uint8Array) =>
  new Uint8Array(createHash(name).update(bytes).digest())

/** GeneralizedTime, whatever the year. */
function generalized(date: Date): Der {
  return tagged(0x18, date.toISOString().replace(/[-:T]|\.\d+/g, ''))
}

function tagged(tag: number, text: string): Der {
  return Uint8Array.of(tag, text.length, ...Buffer.from(text, 'latin1'))
}

/** The parts of a version 3 certificate that evidence about it repeats, as they stand there. */
export function partsOf(certificate: Uint8Array): {
  readonly serial: Der
  readonly issuer: Der
  readonly subject: Der
  readonly publicKey: Der
} {
  const tbs = header(certificate, header(certificate, 0).content)
  const fields: Der[] = []
  for (let at = tbs.content; at < tbs.end; ) {
    const { end } = header(certificate, at)
    fields.push(certificate.subarray(at, end))
    at = end
  }
  const [, serial, , issuer, , subject, publicKey] = fields
  if (!serial || !issuer || !subject || !publicKey) throw new Error('no version 3 certificate')
  return { serial, issuer, subject, publicKey }
}
