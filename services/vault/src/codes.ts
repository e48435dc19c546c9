import { errorsOf } from '@licencevault/errors'

/** Word codes of the service itself; what the rooms refuse bears the rooms' own codes. */
const codes = {
  'setting-unknown': {
    kind: 'invalid',
    sentence: { en: 'There is no setting "{name}".', zh: '没有名为“{name}”的设置。' },
    remedy: {
      en: 'OPERATING.md lists every setting; check the spelling and the level it stands at.',
      zh: '所有设置见 OPERATING.md，请检查拼写和层级。',
    },
  },
  'setting-wrong': {
    kind: 'invalid',
    sentence: { en: 'The setting {name} must be {expected}.', zh: '设置 {name} 应为{expectedZh}。' },
    remedy: { en: 'Correct it in {place}.', zh: '请在 {place} 中更正。' },
  },
  'setting-needed': {
    kind: 'invalid',
    sentence: { en: 'The setting {name} is missing; {why}.', zh: '缺少设置 {name}：{whyZh}。' },
    remedy: {
      en: 'Set it in the settings file or as {variable}.',
      zh: '请在设置文件中设置，或设置环境变量 {variable}。',
    },
  },
  'settings-unreadable': {
    kind: 'invalid',
    sentence: {
      en: 'The settings file {file} cannot be read: {why}.',
      zh: '无法读取设置文件 {file}：{why}。',
    },
    remedy: { en: 'Check that it is there and is YAML.', zh: '请确认文件存在且为 YAML 格式。' },
  },
  'plain-text-not-here': {
    kind: 'invalid',
    sentence: {
      en: 'Plain text is spoken on loopback only, and {address} is not.',
      zh: '明文只允许用于本机回环地址，{address} 不是。',
    },
    remedy: {
      en: 'Leave plainText off, or listen on 127.0.0.1.',
      zh: '请关闭 plainText，或只监听 127.0.0.1。',
    },
  },
  'socket-folder-open': {
    kind: 'denied',
    sentence: {
      en: 'The folder of the socket, {folder}, must belong to this user and be closed to others (mode 0700).',
      zh: '套接字所在文件夹 {folder} 必须属于当前用户，且不对他人开放（权限 0700）。',
    },
    remedy: { en: 'chmod 700 it, or name another folder.', zh: '请执行 chmod 700，或改用其他文件夹。' },
  },
  'address-taken': {
    kind: 'conflict',
    sentence: { en: 'Cannot listen on {address}: {why}.', zh: '无法监听 {address}：{why}。' },
    remedy: {
      en: 'End the program that listens there, or set another address.',
      zh: '请停止占用该地址的程序，或设置其他地址。',
    },
  },
  'key-file-missing': {
    kind: 'missing',
    sentence: { en: 'The key file {file} is missing.', zh: '缺少密钥文件 {file}。' },
    remedy: {
      en: 'Put it there; OPERATING.md says what it holds. With `development` on it is made by itself.',
      zh: '请放入该文件，内容见 OPERATING.md；开启 development 时会自动生成。',
    },
  },
  'key-file-wrong': {
    kind: 'invalid',
    sentence: { en: 'The key file {file} is wrong: {why}.', zh: '密钥文件 {file} 有误：{why}。' },
    remedy: { en: 'OPERATING.md says what it must hold.', zh: '应有的内容见 OPERATING.md。' },
  },
  'seal-missing': {
    kind: 'missing',
    sentence: {
      en: 'The seal key of the authority {authority} is not here.',
      zh: '没有机构 {authority} 的印章密钥。',
    },
    remedy: {
      en: 'Put its PKCS#12 file into the key folder as seals/{authority}.p12.',
      zh: '请将其 PKCS#12 文件放入密钥文件夹，命名为 seals/{authority}.p12。',
    },
  },
  'client-certificate-missing': {
    kind: 'denied',
    sentence: {
      en: 'There is no client certificate, or none that this service trusts.',
      zh: '没有客户端证书，或证书不受本服务信任。',
    },
    remedy: {
      en: 'Connect with a certificate in its validity, issued by the CA that the operator named.',
      zh: '请使用由运维人员指定的 CA 签发且在有效期内的证书连接。',
    },
  },
  'client-certificate-revoked': {
    kind: 'denied',
    sentence: { en: 'The client certificate has been revoked.', zh: '客户端证书已被吊销。' },
    remedy: { en: 'Ask the operator for a new one.', zh: '请向运维人员申请新证书。' },
  },
  'client-certificate-expired': {
    kind: 'denied',
    sentence: { en: 'The client certificate has expired.', zh: '客户端证书已过期。' },
    remedy: { en: 'Connect again with one in its validity.', zh: '请使用有效期内的证书重新连接。' },
  },
  'client-certificate-wrong': {
    kind: 'denied',
    sentence: {
      en: 'The client certificate does not say who calls: {why}.',
      zh: '客户端证书未说明调用方：{whyZh}。',
    },
    remedy: {
      en: 'Its subject needs CN (application), OU (role) and, for issuers and officers, organizationIdentifier (authority).',
      zh: '证书主题须有 CN（应用）、OU（角色），签发和管理角色还须有 organizationIdentifier（机构代码）。',
    },
  },
  'revocation-list-stale': {
    kind: 'unavailable',
    sentence: {
      en: 'Whether client certificates are revoked cannot be told: the revocation list is {why}.',
      zh: '无法判断客户端证书是否被吊销：吊销列表{whyZh}。',
    },
    remedy: { en: 'The operator must put a current list there.', zh: '请运维人员更新吊销列表。' },
  },
  'method-not-permitted': {
    kind: 'denied',
    sentence: { en: 'The role {role} may not call {method}.', zh: '角色 {role} 无权调用 {method}。' },
    remedy: {
      en: 'Use a certificate of a role that may: OPERATING.md has the table.',
      zh: '请使用有权角色的证书，权限表见 OPERATING.md。',
    },
  },
  'authority-not-yours': {
    kind: 'denied',
    sentence: {
      en: 'The certificate stands for the authority {own}, not for {named}.',
      zh: '该证书代表机构 {own}，不能以 {named} 的名义办理。',
    },
    remedy: {
      en: 'Nobody acts in another authority’s name: use a certificate of that authority.',
      zh: '任何人不得以其他机构名义办理，请使用该机构的证书。',
    },
  },
  'type-not-granted': {
    kind: 'denied',
    sentence: {
      en: 'The application {application} has not been granted the licence type {type}.',
      zh: '应用 {application} 未获准使用证照类型 {type}。',
    },
    remedy: {
      en: 'The operator grants types under applications in the settings.',
      zh: '请运维人员在设置的 applications 中授权。',
    },
  },
  'calls-too-many': {
    kind: 'exhausted',
    sentence: {
      en: 'The application {application} has {limit} calls under way, as many as it may.',
      zh: '应用 {application} 同时进行的调用已达上限 {limit} 个。',
    },
    remedy: {
      en: 'Wait for answers before asking more, or send orders in bulk by IssueMany.',
      zh: '请等待答复后再调用，批量签发请用 IssueMany。',
    },
  },
  'calls-too-fast': {
    kind: 'exhausted',
    sentence: {
      en: 'The application {application} calls more than {limit} times a second.',
      zh: '应用 {application} 的调用超过每秒 {limit} 次。',
    },
    remedy: {
      en: 'Slow down, or send orders in bulk by IssueMany.',
      zh: '请降低频率，批量签发请用 IssueMany。',
    },
  },
  'stream-stalled': {
    kind: 'exhausted',
    sentence: { en: 'The stream stood still for {seconds} s.', zh: '数据流停滞已达 {seconds} 秒。' },
    remedy: {
      en: 'Send or read at least one message in that time, or end the stream.',
      zh: '请在该时间内至少收发一条消息，或结束数据流。',
    },
  },
  'message-member-wrong': {
    kind: 'invalid',
    sentence: { en: 'The request is wrong at {path}: {problem}.', zh: '请求的 {path} 处有误：{problemZh}。' },
    remedy: { en: 'Correct the value at that place.', zh: '请更正该处的值。' },
  },
  'service-not-ready': {
    kind: 'unavailable',
    sentence: { en: 'The service is not ready: {parts}.', zh: '服务尚未就绪：{parts}。' },
    remedy: {
      en: 'Ask again with the same request id; the health service tells when it is.',
      zh: '请以相同的请求编号稍后重试；健康检查会显示何时就绪。',
    },
  },
  'authority-list-needed': {
    kind: 'conflict',
    sentence: {
      en: 'No list of authorities is in force here ({code}), so nothing can be issued or judged.',
      zh: '尚无有效的机构清单（{code}），无法签发和核验。',
    },
    remedy: {
      en: 'Publish one: PublishAuthorityList, or `vault catalogue publish`. Until then the same request id stays free.',
      zh: '请先发布机构清单：PublishAuthorityList 或 vault catalogue publish；在此之前请求编号不会被占用。',
    },
  },
  'service-stopping': {
    kind: 'unavailable',
    sentence: { en: 'The service is being stopped.', zh: '服务正在停止。' },
    remedy: { en: 'Ask again with the same request id.', zh: '请以相同的请求编号重试。' },
  },
  'call-ended': {
    kind: 'unavailable',
    sentence: { en: 'The caller left, or its deadline passed.', zh: '调用方已离开或已超时。' },
    remedy: { en: 'Ask again with the same request id.', zh: '请以相同的请求编号重试。' },
  },
  'call-too-long': {
    kind: 'unavailable',
    sentence: {
      en: 'The call took longer than the {seconds} s that this service gives one.',
      zh: '调用耗时超过本服务规定的 {seconds} 秒。',
    },
    remedy: {
      en: 'Ask again with the same request id: what was recorded is finished all the same.',
      zh: '请以相同的请求编号重试：已登记的仍会办完。',
    },
  },
  'service-fault': {
    kind: 'unavailable',
    sentence: {
      en: 'A fault of the service, logged under {incident}.',
      zh: '服务内部错误，日志编号 {incident}。',
    },
    remedy: { en: 'Tell the operator this number.', zh: '请将此编号告知运维人员。' },
  },
} as const

export const error = errorsOf(codes)
