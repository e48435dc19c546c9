import { errorsOf } from '@licencevault/errors'

/** Every word code of this package. Codes are words and never change meaning. */
export const codes = {
  // ── who asks, and for what ───────────────────────────────────────────────────────────────────────
  'role-may-not': {
    kind: 'denied',
    sentence: { en: 'The role {role} may not do this: {act}.', zh: '角色 {role} 无权执行此操作：{actZh}。' },
    remedy: {
      en: 'Call with a certificate of a role that may: {may}.',
      zh: '请使用具有相应角色的证书调用：{may}。',
    },
  },
  'authority-other': {
    kind: 'denied',
    sentence: {
      en: 'The caller acts for {own}, not for {found}: nobody acts in another authority’s name.',
      zh: '调用方代表 {own}，而不是 {found}：任何人不得以其他机构的名义办理。',
    },
    remedy: {
      en: 'Have the authority itself do it, under its own certificate.',
      zh: '请由该机构使用其自身证书办理。',
    },
  },
  'request-id-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'A request id has 1 to {most} characters of letters, digits and `._:-`.',
      zh: '请求编号应为 1 至 {most} 个字符，仅含字母、数字和“._:-”。',
    },
    remedy: {
      en: 'Make one for each request, such as a UUID, and keep it until the answer has come.',
      zh: '请为每个请求生成一个编号（如 UUID），并在收到答复前妥善保留。',
    },
  },
  'request-reused': {
    kind: 'conflict',
    sentence: {
      en: 'The request id {requestId} was used before, with other content.',
      zh: '请求编号 {requestId} 已被使用过，且内容不同。',
    },
    remedy: {
      en: 'Give each request an id of its own; repeat an id only with exactly the same content.',
      zh: '请为每个请求使用独立编号；重发时内容必须完全一致。',
    },
  },

  // ── catalogue ────────────────────────────────────────────────────────────────────────────────────
  'type-exists': {
    kind: 'conflict',
    sentence: { en: 'The licence type {type} exists already.', zh: '证照类型 {type} 已存在。' },
    remedy: { en: 'Revise it with its next version.', zh: '请以新版本修订该类型。' },
  },
  'type-unknown': {
    kind: 'missing',
    sentence: { en: 'There is no licence type {type}.', zh: '没有证照类型 {type}。' },
    remedy: { en: 'Look its code and version up in the catalogue.', zh: '请在证照目录中查证其代码和版本。' },
  },
  'type-version-wrong': {
    kind: 'conflict',
    sentence: {
      en: 'The next version of {type} is {expected}, not {found}.',
      zh: '证照类型 {type} 的下一版本应为 {expected}，而不是 {found}。',
    },
    remedy: {
      en: 'Read the latest version and revise that one.',
      zh: '请读取最新版本，并在其基础上修订。',
    },
  },
  'type-retired': {
    kind: 'conflict',
    sentence: { en: 'The licence type {type} is retired.', zh: '证照类型 {type} 已停用。' },
    remedy: {
      en: 'Nothing more is issued of it; see what took its place in the catalogue.',
      zh: '该类型不再颁发；请在目录中查找替代类型。',
    },
  },
  'type-superseded': {
    kind: 'conflict',
    sentence: {
      en: 'Version {found} of {type} has been followed by version {latest}, which is in force.',
      zh: '证照类型 {type} 的版本 {found} 已由现行版本 {latest} 取代。',
    },
    remedy: { en: 'Make the order under version {latest}.', zh: '请按版本 {latest} 提交。' },
  },
  'template-other': {
    kind: 'invalid',
    sentence: {
      en: 'The type names the template {expected}; the one given has the digest {found}.',
      zh: '类型指明的模板摘要为 {expected}，所给模板的摘要为 {found}。',
    },
    remedy: {
      en: 'Give the template that the type names, or name the one given.',
      zh: '请提供类型所指明的模板，或修改类型中的摘要。',
    },
  },
  'authority-exists': {
    kind: 'conflict',
    sentence: { en: 'The authority {authority} is listed already.', zh: '机构 {authority} 已在名录中。' },
    remedy: { en: 'Revise its description.', zh: '请修订其信息。' },
  },
  'authority-unknown': {
    kind: 'missing',
    sentence: { en: 'There is no authority {authority} here.', zh: '名录中没有机构 {authority}。' },
    remedy: { en: 'Add it to the catalogue first.', zh: '请先将其加入目录。' },
  },
  'authority-list-missing': {
    kind: 'unavailable',
    sentence: { en: 'No list of authorities has been published yet.', zh: '尚未发布机构名录。' },
    remedy: {
      en: 'Add the authorities and publish the list; nothing is issued or authenticated without it.',
      zh: '请添加机构并发布名录；名录发布前不能颁发或核验。',
    },
  },
  'publisher-missing': {
    kind: 'unavailable',
    sentence: {
      en: 'This vault has no identity to seal the list of authorities with.',
      zh: '本证照库没有用于签发机构名录的身份。',
    },
    remedy: {
      en: 'Set the publisher’s key and certificate, or publish from the vault that has them.',
      zh: '请配置发布者的密钥和证书，或在具备该身份的证照库上发布。',
    },
  },

  // ── issue ────────────────────────────────────────────────────────────────────────────────────────
  'authority-not-entitled-now': {
    kind: 'denied',
    sentence: {
      en: 'By the published list, {authority} may not issue {type} at {at}.',
      zh: '按已发布的名录，{authority} 在 {at} 无权颁发 {type}。',
    },
    remedy: {
      en: 'Have its entitlement entered and the list published again, or have the entitled authority issue it.',
      zh: '请登记其权限并重新发布名录，或由有权机构颁发。',
    },
  },
  'receipts-of-another-ledger': {
    kind: 'conflict',
    sentence: {
      en: 'By the published list, licences of {authority} are recorded in {expected}; this is {found}.',
      zh: '按已发布的名录，{authority} 的证照应登记于 {expected}，而本账本为 {found}。',
    },
    remedy: {
      en: 'Issue from the vault of that ledger, or have the list corrected and published again.',
      zh: '请在该账本所属的证照库颁发，或更正名录后重新发布。',
    },
  },
  'seal-not-listed': {
    kind: 'denied',
    sentence: {
      en: 'The seal certificate in use is not listed for {authority}.',
      zh: '当前使用的印章证书未在名录中登记于 {authority} 名下。',
    },
    remedy: {
      en: 'Enter the certificate with the authority and publish the list before it is first used.',
      zh: '请先登记该证书并发布名录，然后再使用。',
    },
  },
  'seal-not-in-time': {
    kind: 'denied',
    sentence: {
      en: 'The seal certificate of {authority} is valid from {from} to {to}; it is {at}.',
      zh: '{authority} 的印章证书有效期为 {from} 至 {to}，当前时间为 {at}。',
    },
    remedy: {
      en: 'Install the renewed seal, list it and publish the list.',
      zh: '请启用更新后的印章，登记其证书并发布名录。',
    },
  },
  'holder-has-one': {
    kind: 'conflict',
    sentence: {
      en: 'A holder has a valid licence of this type already, and may have only one: {identifier}.',
      zh: '持证主体已有一份有效的该类证照（一人一证）：{identifier}。',
    },
    remedy: {
      en: 'Replace, renew or reissue that one, or end it first.',
      zh: '请对该证照办理变更、延续或补发，或先行终止。',
    },
  },
  'licence-unknown': {
    kind: 'missing',
    sentence: { en: 'No licence {identifier} was issued here.', zh: '本库未颁发过证照 {identifier}。' },
    remedy: {
      en: 'Copy the whole identifier (证照标识); ask the vault that its issuer uses.',
      zh: '请完整抄录“证照标识”，并向其颁发机构所用的证照库查询。',
    },
  },
  'licence-not-kept': {
    kind: 'conflict',
    sentence: {
      en: 'The licence {identifier} has no file: it is {state}.',
      zh: '证照 {identifier} 没有文件：当前状态为{stateZh}。',
    },
    remedy: {
      en: 'While it is being issued, repeat the request; a void one never gets a file.',
      zh: '签发中的，请重发请求；已作废的不会产生文件。',
    },
  },
  'void-file-stands': {
    kind: 'conflict',
    sentence: {
      en: 'The file of {identifier} stands already, so it is finished and not made void.',
      zh: '证照 {identifier} 的文件已经存在，只能完成签发，不能作废。',
    },
    remedy: {
      en: 'Let recovery finish it, then cancel or rescind it.',
      zh: '请待系统恢复完成签发后，再办理注销或撤销。',
    },
  },
  'file-foreign': {
    kind: 'conflict',
    sentence: {
      en: 'Under the key of {identifier} stands a file that is not its licence: {verdict}.',
      zh: '证照 {identifier} 的存储位置上存在并非该证照的文件：{verdict}。',
    },
    remedy: {
      en: 'Find out who wrote it there; move it away, then let recovery finish the licence.',
      zh: '请查明写入者并移走该文件，然后由系统恢复完成签发。',
    },
  },
  'void-midway': {
    kind: 'conflict',
    sentence: { en: 'The licence {identifier} was made void.', zh: '证照 {identifier} 已作废。' },
    remedy: {
      en: 'Place the order again under another request id.',
      zh: '请使用新的请求编号重新提交。',
    },
  },
  'find-criterion-missing': {
    kind: 'invalid',
    sentence: {
      en: 'Nothing was named to find by; {criteria} are the criteria.',
      zh: '未给出查询条件；可用条件为 {criteria}。',
    },
    remedy: { en: 'Name at least one of them.', zh: '请至少给出其中一项。' },
  },
  'cursor-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The cursor belongs to another query, or is none.',
      zh: '该游标属于另一查询，或不是有效游标。',
    },
    remedy: {
      en: 'Pass the cursor that the page before gave, with the same criteria and caller; begin anew otherwise.',
      zh: '请传入上一页返回的游标，并保持查询条件和调用方不变；否则请重新查询。',
    },
  },
  'page-size-wrong': {
    kind: 'invalid',
    sentence: { en: 'A page has 1 to {most} rows.', zh: '每页应为 1 至 {most} 行。' },
    remedy: { en: 'Ask for fewer rows and go on with the cursor.', zh: '请减少行数，并用游标继续查询。' },
  },

  // ── status ───────────────────────────────────────────────────────────────────────────────────────
  'move-needs-order': {
    kind: 'invalid',
    sentence: {
      en: '“{move}” puts another licence in the place of this one and needs its order.',
      zh: '“{moveZh}”会产生新证，必须随附新证的申请内容。',
    },
    remedy: {
      en: 'Call replace, renew or reissue with the order of the new version; issuing and voiding are no changes.',
      zh: '请调用变更、延续或补发并提交新版内容；新发和作废不属于状态变更。',
    },
  },
  'change-malformed': {
    kind: 'invalid',
    sentence: { en: '{member}: {problem}.', zh: '{member}：{problemZh}。' },
    remedy: { en: 'Correct it and ask again.', zh: '请更正后重新提交。' },
  },
  'effective-time-wrong': {
    kind: 'invalid',
    sentence: {
      en: '{found} is neither a civil date nor an instant with offset.',
      zh: '{found} 既不是日期，也不是带时区的时间。',
    },
    remedy: {
      en: 'Write 2026-11-25 or 2026-11-25T09:30:00+08:00.',
      zh: '请写作 2026-11-25 或 2026-11-25T09:30:00+08:00。',
    },
  },
  'effective-before-issue': {
    kind: 'invalid',
    sentence: {
      en: 'It cannot take effect at {found}: the licence was issued at {issuedAt}.',
      zh: '不能自 {found} 起生效：该证照颁发于 {issuedAt}。',
    },
    remedy: { en: 'Name a time from the issue on.', zh: '请填写颁发之后的时间。' },
  },
  'effective-before-last-move': {
    kind: 'invalid',
    sentence: {
      en: '“{move}” cannot take effect at {found}: the last act took effect at {last}.',
      zh: '“{moveZh}”不能自 {found} 起生效：上一次变更自 {last} 起生效。',
    },
    remedy: {
      en: 'Name a later time; only rescinding and correcting reach further back.',
      zh: '请填写更晚的时间；只有撤销和更正可以追溯。',
    },
  },
  'effective-in-future': {
    kind: 'invalid',
    sentence: {
      en: 'It cannot take effect at {found}, which is still to come: it is {now}.',
      zh: '不能自 {found} 起生效：该时间尚未到来，现在是 {now}。',
    },
    remedy: {
      en: 'Record it once it takes effect.',
      zh: '请在生效之时再登记。',
    },
  },
  'licence-being-replaced': {
    kind: 'conflict',
    sentence: {
      en: 'The licence {identifier} is being replaced by {successor}.',
      zh: '证照 {identifier} 正在由 {successor} 替换。',
    },
    remedy: {
      en: 'Wait until that is finished, or make the new version void, then ask again.',
      zh: '请待替换完成或将新版作废后重试。',
    },
  },
  'licence-changed-meanwhile': {
    kind: 'conflict',
    sentence: {
      en: 'The licence {identifier} was changed by somebody else at the same time.',
      zh: '证照 {identifier} 同时被他人变更。',
    },
    remedy: { en: 'Read its status and decide again.', zh: '请查看其当前状态后再决定。' },
  },
  'succession-other': {
    kind: 'invalid',
    sentence: {
      en: 'A new version has the type and the authority of the old one: {expected}, not {found}.',
      zh: '新版证照的类型和颁发机构应与旧版一致：应为 {expected}，而不是 {found}。',
    },
    remedy: {
      en: 'For another type or authority end the old licence and issue a new one.',
      zh: '类型或机构不同的，请先终止旧证，再另行新发。',
    },
  },
  'status-not-known-then': {
    kind: 'missing',
    sentence: {
      en: 'Nothing of {identifier} was in force at {at} as known at {knownAt}.',
      zh: '按 {knownAt} 时所知，证照 {identifier} 在 {at} 没有任何生效记录。',
    },
    remedy: {
      en: 'Ask for a moment from its issue on.',
      zh: '请查询颁发之后的时间。',
    },
  },

  // ── what is kept ─────────────────────────────────────────────────────────────────────────────────
  'row-altered': {
    kind: 'conflict',
    sentence: {
      en: 'What the database says of {subject} is not what the ledger recorded: {what}.',
      zh: '数据库中关于 {subject} 的内容与账本记录不符：{whatZh}。',
    },
    remedy: {
      en: 'Trust the ledger. Keep the database as evidence, find out who wrote to it, and rebuild it from the documents.',
      zh: '请以账本为准。请将数据库留作证据，查明写入者，并依据文件重建数据库。',
    },
  },
  'blob-altered': {
    kind: 'conflict',
    sentence: {
      en: 'A document no longer has the digest {digest} by which the ledger names it.',
      zh: '文件内容与账本所载摘要 {digest} 不符。',
    },
    remedy: {
      en: 'Restore it from a copy with that digest; the document store was written to or is damaged.',
      zh: '请从摘要一致的副本恢复；存储已被改写或损坏。',
    },
  },
  'licence-lost': {
    kind: 'conflict',
    sentence: {
      en: 'The ledger has {identifier}, but its file was not there when the database was rebuilt.',
      zh: '账本中有证照 {identifier}，但重建数据库时其文件已不存在。',
    },
    remedy: {
      en: 'Put the file back from a copy of the documents and rebuild the database again.',
      zh: '请从文件副本恢复该文件，再次重建数据库。',
    },
  },
  'vault-not-empty': {
    kind: 'conflict',
    sentence: {
      en: 'This database has rows of an office; only an empty one is rebuilt.',
      zh: '该数据库已有数据，只能重建到空数据库。',
    },
    remedy: {
      en: 'Keep this one as evidence, and name a new, empty database in the settings.',
      zh: '请将该数据库留存备查，并在配置中指定一个新的空数据库。',
    },
  },
  'rebuild-needed': {
    kind: 'conflict',
    sentence: {
      en: 'The ledger has entries of which this database has no rows; it would give numbers a second time.',
      zh: '账本已有条目而该数据库没有对应数据，继续使用会重复给号。',
    },
    remedy: {
      en: 'Rebuild it from the documents: `vault ledger rebuild`.',
      zh: '请依据文件重建：`vault ledger rebuild`。',
    },
  },
  'rebuild-unfinished': {
    kind: 'conflict',
    sentence: {
      en: 'This database is being rebuilt from the documents, or was and did not come to the end.',
      zh: '该数据库正在依据文件重建，或重建未完成。',
    },
    remedy: {
      en: 'Call `vault ledger rebuild` again: it goes on where it ended.',
      zh: '请再次执行 `vault ledger rebuild`，将从中断处继续。',
    },
  },
  'personal-key-short': {
    kind: 'invalid',
    sentence: {
      en: 'The key for personal data has {length} bytes; it needs at least {least}.',
      zh: '个人信息密钥为 {length} 字节，至少需要 {least} 字节。',
    },
    remedy: {
      en: 'Make one with `openssl rand 32`, keep it in the settings and a copy of it elsewhere.',
      zh: '请用 `openssl rand 32` 生成，写入配置，并另存副本。',
    },
  },
  'personal-key-wrong': {
    kind: 'denied',
    sentence: {
      en: 'The key for personal data is not the one that this database was written with.',
      zh: '个人信息密钥与该数据库所用的密钥不一致。',
    },
    remedy: {
      en: 'Set the right key. If it is lost, rebuild the database from the documents under a new one.',
      zh: '请配置正确的密钥；若已遗失，请以新密钥依据文件重建数据库。',
    },
  },
} as const

export const error = errorsOf(codes)
