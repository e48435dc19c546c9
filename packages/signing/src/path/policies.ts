import type { Certificate } from '../certificate.ts'
import { anyPolicy, type PathExtensions } from './extensions.ts'

/** Under which policies a path is wanted; left out, any will do and none is required (RFC 5280 §6.1.1 c–g). */
export interface PolicySettings {
  /** Policies that are acceptable; any unless given. */
  readonly accepted?: readonly string[]
  /** The path must be valid for one of them. */
  readonly requireExplicit?: boolean
  /** No issuer may map policies. */
  readonly inhibitMapping?: boolean
  /** No certificate may be valid for any policy. */
  readonly inhibitAny?: boolean
}

export type PolicyAnswer =
  | { readonly right: true; readonly policies: readonly string[] }
  | {
      readonly right: false
      readonly reason: 'policy-missing' | 'policy-mapping-wrong'
      readonly at: Certificate
    }

/**
 * One policy at one depth. The parents are policies one level up: those under which this one is meant.
 * A graph and not a tree (RFC 9618): a tree doubles with every level that an attacker adds.
 */
interface Node {
  readonly parents: Set<string>
  expected: ReadonlySet<string>
}

type Level = Map<string, Node>

/** One certificate below the root, with what its extensions say. */
export interface PolicyStep {
  readonly certificate: Certificate
  readonly extensions: PathExtensions
}

/**
 * Processes the policies of a path (RFC 5280 §6.1, as RFC 9618 corrects it). The root, like any trust
 * anchor, limits what is asked for (RFC 5937) and is no certificate of the path.
 */
export function judgePolicies(
  root: PathExtensions,
  steps: readonly PolicyStep[],
  settings: PolicySettings = {},
): PolicyAnswer {
  const count = steps.length
  const counters = {
    explicit: Math.min(settings.requireExplicit ? 0 : count + 1, root.requireExplicitPolicy ?? count + 1),
    mapping: Math.min(settings.inhibitMapping ? 0 : count + 1, root.inhibitPolicyMapping ?? count + 1),
    any: Math.min(settings.inhibitAny ? 0 : count + 1, root.inhibitAnyPolicy ?? count + 1),
  }
  const levels: Level[] = [new Map([[anyPolicy, { parents: new Set(), expected: new Set([anyPolicy]) }]])]
  let alive = true
  for (const [i, { certificate, extensions }] of steps.entries()) {
    const last = i === count - 1
    const selfIssued = certificate.subject.equals(certificate.issuer)
    const above = levels[i] ?? new Map<string, Node>()
    const anyAllowed = counters.any > 0 || (!last && selfIssued)
    const level: Level =
      alive && extensions.policies ? grow(above, extensions.policies, anyAllowed) : new Map()
    alive = level.size > 0
    levels.push(level)
    if (counters.explicit === 0 && !alive) return { right: false, reason: 'policy-missing', at: certificate }
    if (!last) {
      if (extensions.mappings?.some((pair) => pair.includes(anyPolicy))) {
        return { right: false, reason: 'policy-mapping-wrong', at: certificate }
      }
      map(level, extensions.mappings ?? [], counters.mapping > 0)
      alive = level.size > 0
    }
    if (!selfIssued || last) counters.explicit = Math.max(0, counters.explicit - 1)
    if (!selfIssued) {
      counters.mapping = Math.max(0, counters.mapping - 1)
      counters.any = Math.max(0, counters.any - 1)
    }
    const { requireExplicitPolicy, inhibitPolicyMapping, inhibitAnyPolicy } = extensions
    if (last) {
      if (requireExplicitPolicy === 0) counters.explicit = 0
      break
    }
    counters.explicit = Math.min(counters.explicit, requireExplicitPolicy ?? counters.explicit)
    counters.mapping = Math.min(counters.mapping, inhibitPolicyMapping ?? counters.mapping)
    counters.any = Math.min(counters.any, inhibitAnyPolicy ?? counters.any)
  }
  const policies = alive ? constrained(levels, acceptedBy(root, settings)) : []
  const leaf = steps.at(-1)
  if (leaf && counters.explicit === 0 && policies.length === 0) {
    return { right: false, reason: 'policy-missing', at: leaf.certificate }
  }
  return { right: true, policies }
}

/** The policies asked for, less those the root was not made for. */
function acceptedBy(root: PathExtensions, { accepted = [anyPolicy] }: PolicySettings): readonly string[] {
  const own = root.policies
  if (!own || own.includes(anyPolicy)) return accepted
  return accepted.includes(anyPolicy) ? own : accepted.filter((policy) => own.includes(policy))
}

/** The nodes of one certificate's policies (§6.1.3 d). */
function grow(above: Level, policies: readonly string[], anyAllowed: boolean): Level {
  const expecting = new Map<string, string[]>()
  for (const [policy, { expected }] of above) {
    for (const one of expected) {
      const parents = expecting.get(one)
      if (parents) parents.push(policy)
      else expecting.set(one, [policy])
    }
  }
  const level: Level = new Map()
  const add = (policy: string, parents: readonly string[]) =>
    level.set(policy, { parents: new Set(parents), expected: new Set([policy]) })
  for (const policy of policies) {
    if (policy === anyPolicy) continue
    const parents = expecting.get(policy)
    if (parents) add(policy, parents)
    else if (above.has(anyPolicy)) add(policy, [anyPolicy])
  }
  if (anyAllowed && policies.includes(anyPolicy)) {
    for (const [policy, parents] of expecting) if (!level.has(policy)) add(policy, parents)
  }
  return level
}

/** What the issuer's policies are called from here on (§6.1.4 b). */
function map(level: Level, mappings: readonly (readonly [string, string])[], allowed: boolean): void {
  const mapped = new Map<string, Set<string>>()
  for (const [from, to] of mappings) mapped.set(from, (mapped.get(from) ?? new Set()).add(to))
  for (const [from, to] of mapped) {
    const node = level.get(from)
    if (!allowed) level.delete(from)
    else if (node) node.expected = to
    else if (level.has(anyPolicy)) level.set(from, { parents: new Set([anyPolicy]), expected: to })
  }
}

/** The acceptable policies, as the root's domain calls them, that reach the leaf (§6.1.5 g). */
function constrained(levels: readonly Level[], accepted: readonly string[]): readonly string[] {
  const leaf = levels.at(-1) ?? new Map<string, Node>()
  const found = new Set<string>()
  let reached = new Set<string>(leaf.keys())
  for (let depth = levels.length - 1; depth > 0; depth--) {
    const next = new Set<string>()
    for (const policy of reached) {
      const node = levels[depth]?.get(policy)
      if (!node) continue
      for (const parent of node.parents) {
        if (parent !== anyPolicy) next.add(parent)
        else if (policy !== anyPolicy) found.add(policy)
      }
    }
    reached = next
  }
  const any = leaf.has(anyPolicy)
  if (accepted.includes(anyPolicy)) return any ? [...found, anyPolicy] : [...found]
  return accepted.filter((policy) => any || found.has(policy))
}
