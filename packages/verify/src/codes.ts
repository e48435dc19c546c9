import { type CodeTable, errorsOf } from '@licencevault/errors'

/** Errors of this package: wrong calls and trust that cannot be opened. Findings are in `reasons.ts`. */
export const codes = {
  'roots-missing': {
    kind: 'invalid',
    sentence: {
      en: 'No trusted root was given, so no authority list can be trusted.',
      zh: '未提供受信任的根证书，因此无法信任任何机构名录。',
    },
    remedy: {
      en: 'Pass as `roots` the certificates (DER or PEM) under which the publisher’s certificate was issued.',
      zh: '请通过 `roots` 传入名录发布者证书所属的根证书（DER 或 PEM）。',
    },
  },
  'root-unreadable': {
    kind: 'invalid',
    sentence: {
      en: 'Root number {number} is not a certificate in DER or PEM.',
      zh: '第 {number} 个根证书不是 DER 或 PEM 格式的证书。',
    },
    remedy: {
      en: 'Check that the file holds a certificate, not a key or a PKCS#12 container.',
      zh: '请确认文件内容是证书，而不是密钥或 PKCS#12 容器。',
    },
  },
  'time-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'No time of judging was given, or it is not a date in the years 1 to 9998.',
      zh: '未给出判定时间，或该时间不是公元 1 年至 9998 年的有效日期。',
    },
    remedy: {
      en: 'Pass `at`, a Date: `new Date()`, or the past moment you are asking about.',
      zh: '请传入 `at`（Date）：`new Date()`，或要查询的过去时间。',
    },
  },
  'authority-list-too-large': {
    kind: 'exhausted',
    sentence: {
      en: 'The authority list has {size} bytes; at most {limit} are read.',
      zh: '机构名录有 {size} 字节；最多读取 {limit} 字节。',
    },
    remedy: {
      en: 'Check that this is the authority list; where there are very many authorities, each jurisdiction publishes a list of its own.',
      zh: '请确认该文件是机构名录；机构过多时，应按发证辖区分别发布名录。',
    },
  },
  'authority-list-unreadable': {
    kind: 'invalid',
    sentence: {
      en: 'This is not a sealed authority list.',
      zh: '该文件不是经签章的机构名录。',
    },
    remedy: {
      en: 'Check that the file named by --trust or `authorityList` is the list as its publisher sealed it (.p7m), whole and neither a certificate nor the plain JSON.',
      zh: '请确认 --trust 或 `authorityList` 所指的文件是发布者签章后的完整名录（.p7m），而不是证书或未签章的 JSON。',
    },
  },
  'authority-list-malformed': {
    kind: 'invalid',
    sentence: {
      en: 'The authority list is malformed at {where}.',
      zh: '机构名录在 {where} 处格式有误。',
    },
    remedy: {
      en: 'Fetch the list again from its publisher; to write one, use `composeAuthorityList`.',
      zh: '请向发布者重新获取名录；编制名录请使用 `composeAuthorityList`。',
    },
  },
  'authority-list-version-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'The authority list has the format {format}; this program reads licencevault.authorities/1 and /2.',
      zh: '机构名录的格式为 {format}；本程序只读取 licencevault.authorities/1 和 /2。',
    },
    remedy: { en: 'Update the verifying program.', zh: '请更新核验程序。' },
  },
  'authority-list-seal-wrong': {
    kind: 'denied',
    sentence: {
      en: 'The seal of the authority list is not valid under the given roots: {problem}',
      zh: '在给定的根证书下，机构名录的签章无效：{problemZh}',
    },
    remedy: {
      en: 'Fetch the list again from its publisher, and check that the roots are those the publisher announced; do not verify licences with this list.',
      zh: '请向发布者重新获取名录，并核对根证书是否为其公布的根证书；切勿用此名录核验证照。',
    },
  },
  'authority-list-publisher-unknown': {
    kind: 'denied',
    sentence: {
      en: 'The authority list is sealed by {subject}, which is not known as a publisher of lists.',
      zh: '机构名录由 {subject} 签章，而其不是已知的名录发布者。',
    },
    remedy: {
      en: 'Add the publisher’s own certificate to `roots`, or have its CA give it the extended key usage id-tsl-kp-tslSigning (0.4.0.2231.3.0, ETSI TS 119 612). A certificate that may only seal licences must not be able to publish a list.',
      zh: '请将发布者自身的证书列入 `roots`，或由其 CA 在证书中加入扩展密钥用途 id-tsl-kp-tslSigning（0.4.0.2231.3.0，ETSI TS 119 612）。仅可签发证照的证书不得发布名录。',
    },
  },
  'authority-list-older': {
    kind: 'conflict',
    sentence: {
      en: 'The authority list has sequence number {sequence}; {minimum} or newer was seen before.',
      zh: '机构名录的序号为 {sequence}；此前已见过序号 {minimum} 或更新的名录。',
    },
    remedy: {
      en: 'Fetch the current list from its publisher; somebody may be replaying an old one.',
      zh: '请向发布者获取当前名录；可能有人在重放旧名录。',
    },
  },
  'authority-list-early': {
    kind: 'conflict',
    sentence: {
      en: 'The authority list was issued at {issuedAt}, later than the time of judging, {at}.',
      zh: '机构名录签发于 {issuedAt}，晚于判定时间 {at}。',
    },
    remedy: {
      en: 'Check the clock, and pass `openTrust` the present time; a past moment is for `verifyLicence`.',
      zh: '请检查时钟，并向 `openTrust` 传入当前时间；查询过去的状态时，请在 `verifyLicence` 中指定时间。',
    },
  },
} as const satisfies CodeTable

export const error = errorsOf(codes)
