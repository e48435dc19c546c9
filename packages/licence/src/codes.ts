import { errorsOf, type Words } from '@licencevault/errors'

const SCAN_AGAIN: Words = {
  en: 'Scan the code again, whole and in good light; if the answer stays the same, the code was not made by a licence vault.',
  zh: '请在光线充足处重新完整扫描；若结果仍然如此，则该二维码并非出自电子证照库。',
}

/**
 * Every word code of this package. A row serves both doors: it is thrown as a VaultError, or handed
 * back in a list of findings. Codes are words and never change meaning.
 */
export const codes = {
  // ── 证照标识, GB/T 36904 ─────────────────────────────────────────────────────────────────────────
  'identifier-shape': {
    kind: 'invalid',
    sentence: {
      en: 'This is not a licence identifier: it needs the root 1.2.156.3005.2 and five parts joined by dots.',
      zh: '这不是证照标识：应由根标识 1.2.156.3005.2 及其后以点分隔的五个部分组成。',
    },
    remedy: {
      en: 'Copy the whole identifier (证照标识) from the licence, not its number (证照编号).',
      zh: '请完整抄录证照上的“证照标识”，而不是“证照编号”。',
    },
  },
  'identifier-too-long': {
    kind: 'exhausted',
    sentence: {
      en: 'The identifier has {length} characters; at most {most} are allowed.',
      zh: '证照标识有 {length} 个字符，最多允许 {most} 个。',
    },
    remedy: { en: 'Check what was passed as the identifier.', zh: '请核对作为证照标识传入的内容。' },
  },
  'identifier-root-other': {
    kind: 'invalid',
    sentence: {
      en: 'The identifier stands under the root {found}, not under {root}.',
      zh: '证照标识的根标识为 {found}，应为 {root}。',
    },
    remedy: {
      en: 'Ask whoever runs the issuing system to correct its root; 1.2.156.3003.2 is a known slip for 1.2.156.3005.2.',
      zh: '请联系签发系统的运维方更正根标识；1.2.156.3003.2 是 1.2.156.3005.2 的常见误写。',
    },
  },
  'identifier-root-missing': {
    kind: 'invalid',
    sentence: { en: 'The identifier lacks its root {root}.', zh: '证照标识缺少根标识 {root}。' },
    remedy: { en: 'Put "{root}." before it.', zh: '请在前面补上“{root}.”。' },
  },
  'identifier-type-code-shape': {
    kind: 'invalid',
    sentence: {
      en: 'The type code {found} is not a unified social credit code followed by three digits.',
      zh: '证照类型代码 {found} 不是“统一社会信用代码加三位数字”的形式。',
    },
    remedy: {
      en: 'Look the type code up in the licence catalogue; it has 21 characters.',
      zh: '请在证照目录中查证；证照类型代码共 21 位。',
    },
  },
  'identifier-type-authority-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The defining authority’s code {found} in the type code is not a valid unified social credit code.',
      zh: '证照类型代码中的定义机构代码 {found} 不是有效的统一社会信用代码。',
    },
    remedy: {
      en: 'Compare the type code with the catalogue, character by character.',
      zh: '请将证照类型代码与证照目录逐字核对。',
    },
  },
  'identifier-issuer-division-code': {
    kind: 'invalid',
    sentence: {
      en: 'The identifier gives its issuer by the six-digit division code {found}, not by a unified social credit code.',
      zh: '证照标识以六位行政区划代码 {found} 表示颁发机构，而不是使用统一社会信用代码。',
    },
    remedy: {
      en: 'This is an old practice: have the licence issued anew under the authority’s own code, or name this deviation in `accept`.',
      zh: '这是旧做法：请改用颁发机构的统一社会信用代码重新颁发，或在 `accept` 中指明接受该偏差。',
    },
  },
  'identifier-issuer-shape': {
    kind: 'invalid',
    sentence: {
      en: 'The issuer’s code {found} is not a unified social credit code.',
      zh: '颁发机构代码 {found} 不是统一社会信用代码。',
    },
    remedy: {
      en: 'The code has 18 digits and capital letters, I, O, S, V and Z excepted.',
      zh: '颁发机构代码共 18 位，由数字和大写字母组成，不含 I、O、S、V、Z。',
    },
  },
  'identifier-issuer-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The issuer’s code {found} looks like a unified social credit code but fails its check.',
      zh: '颁发机构代码 {found} 形似统一社会信用代码，但校验码不符。',
    },
    remedy: {
      en: 'Compare the code with the list of authorities, character by character.',
      zh: '请将该代码与颁发机构名录逐字核对。',
    },
  },
  'identifier-serial-length': {
    kind: 'invalid',
    sentence: {
      en: 'The serial has {length} characters; 1 to {most} are allowed.',
      zh: '流水号有 {length} 个字符，应为 1 至 {most} 个。',
    },
    remedy: { en: 'Use a serial of 1 to {most} characters.', zh: '请使用 1 至 {most} 个字符的流水号。' },
  },
  'identifier-serial-lower-case': {
    kind: 'invalid',
    sentence: {
      en: 'The serial {found} has small letters; only digits and capital letters are allowed.',
      zh: '流水号 {found} 含小写字母，只允许数字和大写字母。',
    },
    remedy: { en: 'Write it in capital letters.', zh: '请改为大写字母。' },
  },
  'identifier-serial-characters': {
    kind: 'invalid',
    sentence: {
      en: 'The serial has characters other than digits and capital letters.',
      zh: '流水号含有数字和大写字母以外的字符。',
    },
    remedy: { en: 'Use 0–9 and A–Z only.', zh: '流水号请只使用 0–9 和 A–Z。' },
  },
  'identifier-version-two-digits': {
    kind: 'invalid',
    sentence: {
      en: 'The version {found} has two digits; the standard has three.',
      zh: '版本号 {found} 为两位，标准要求三位。',
    },
    remedy: {
      en: 'Ask whoever runs the issuing system to write three digits, the first version being 001.',
      zh: '请联系签发系统的运维方改用三位版本号，首版为 001。',
    },
  },
  'identifier-version-shape': {
    kind: 'invalid',
    sentence: {
      en: 'The version {found} is not three digits from 001 to 999.',
      zh: '版本号 {found} 不是 001 至 999 之间的三位数字。',
    },
    remedy: {
      en: 'The first version is 001; each later one is greater by one.',
      zh: '首版为 001，此后每版加一。',
    },
  },
  'identifier-check-covers-root': {
    kind: 'invalid',
    sentence: {
      en: 'The check character {found} was computed with the root’s digits included; without them it is {expected}.',
      zh: '校验位 {found} 在计算时计入了根标识的数字；不计入时应为 {expected}。',
    },
    remedy: {
      en: 'Ask whoever runs the issuing system to leave the root out of the check (GB/T 36904).',
      zh: '请联系签发系统的运维方按 GB/T 36904 更正：计算校验位时不计入根标识。',
    },
  },
  'identifier-check-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The check character is {found}; for these parts it would be {expected}.',
      zh: '校验位为 {found}；按各组成部分计算应为 {expected}。',
    },
    remedy: {
      en: 'A character was misread or changed: read the identifier again from the licence.',
      zh: '可能有字符读错或被改动：请从证照上重新读取证照标识。',
    },
  },

  // ── 统一社会信用代码, GB 32100 ────────────────────────────────────────────────────────────────────
  'uscc-shape': {
    kind: 'invalid',
    sentence: {
      en: 'A unified social credit code has 18 digits and capital letters without I, O, S, V and Z.',
      zh: '统一社会信用代码共 18 位，由数字和大写字母组成，不含 I、O、S、V、Z。',
    },
    remedy: {
      en: 'Read the code again; what looks like O is the digit 0, and what looks like I the digit 1.',
      zh: '请重新读取代码：看似字母 O 的是数字 0，看似字母 I 的是数字 1。',
    },
  },
  'uscc-check-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The last character of the unified social credit code is {found}; it should be {expected}.',
      zh: '统一社会信用代码的末位（校验码）为 {found}，应为 {expected}。',
    },
    remedy: {
      en: 'Compare the code with the business licence or registration certificate.',
      zh: '请与营业执照或登记证书核对该代码。',
    },
  },
  'uscc-organisation-check-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The organisation code within the unified social credit code ends in {found}; by GB 11714 it should end in {expected}.',
      zh: '统一社会信用代码中的组织机构代码末位为 {found}，按 GB 11714 应为 {expected}。',
    },
    remedy: {
      en: 'Compare characters 9 to 17 with the registration certificate.',
      zh: '请与登记证书核对代码的第 9 至 17 位。',
    },
  },

  // ── 公民身份号码, GB 11643 ────────────────────────────────────────────────────────────────────────
  'resident-id-shape': {
    kind: 'invalid',
    sentence: {
      en: 'A resident ID has 18 characters: 17 digits, then a digit or X.',
      zh: '公民身份号码共 18 位：前 17 位为数字，末位为数字或 X。',
    },
    remedy: { en: 'Read the number again from the card.', zh: '请从身份证上重新读取号码。' },
  },
  'resident-id-fifteen-digits': {
    kind: 'invalid',
    sentence: { en: 'This is an old resident ID of 15 digits.', zh: '这是旧的 15 位身份证号码。' },
    remedy: { en: 'Ask for the number of 18 characters.', zh: '请提供 18 位公民身份号码。' },
  },
  'resident-id-lower-case': {
    kind: 'invalid',
    sentence: {
      en: 'The resident ID ends in a small x; it is written X.',
      zh: '公民身份号码末位为小写 x，应写作大写 X。',
    },
    remedy: { en: 'Write a capital X.', zh: '请改为大写 X。' },
  },
  'resident-id-region': {
    kind: 'invalid',
    sentence: {
      en: 'The resident ID begins with {found}, which is the code of no province.',
      zh: '公民身份号码以 {found} 开头，没有这样的省级行政区划代码。',
    },
    remedy: { en: 'Read the first six digits again.', zh: '请重新读取前六位。' },
  },
  'resident-id-date': {
    kind: 'invalid',
    sentence: {
      en: 'Digits 7 to 14 of the resident ID are no real date of birth.',
      zh: '公民身份号码第 7 至 14 位不是真实存在的日期。',
    },
    remedy: { en: 'Read digits 7 to 14 again.', zh: '请重新读取第 7 至 14 位。' },
  },
  'resident-id-check-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The last character of the resident ID does not fit the other seventeen.',
      zh: '公民身份号码的末位（校验码）与前 17 位不符。',
    },
    remedy: {
      en: 'A character was misread: compare the number with the card.',
      zh: '有字符读错：请与身份证核对。',
    },
  },

  // ── 持证主体 ────────────────────────────────────────────────────────────────────────────────────
  'holder-name-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'A holder’s name has 1 to {most} characters and no space at either end.',
      zh: '持证主体名称应为 1 至 {most} 个字符，首尾不得有空格。',
    },
    remedy: {
      en: 'Write the name as it stands on the holder’s own document.',
      zh: '请按持证主体证件上的名称填写。',
    },
  },
  'holder-code-type-unknown': {
    kind: 'invalid',
    sentence: {
      en: '{found} is not one of the holder code types of GB/T 36903.',
      zh: '{found} 不是 GB/T 36903 中的持证主体代码类型代码。',
    },
    remedy: {
      en: 'Use 001 for a unified social credit code, 111 for a resident ID, or another code of the list.',
      zh: '统一社会信用代码用 001，公民身份号码用 111，其他见该标准的代码表。',
    },
  },
  'holder-code-shape': {
    kind: 'invalid',
    sentence: {
      en: 'The holder’s code does not have the form of its type ({name}).',
      zh: '持证主体代码不符合“{nameZh}”的格式。',
    },
    remedy: { en: 'Compare the code with the document it was taken from.', zh: '请与所依据的证件核对代码。' },
  },
  'holder-kind-not-allowed': {
    kind: 'invalid',
    sentence: {
      en: 'The licence type “{type}” is not issued to a holder of this kind ({kind}).',
      zh: '“{typeZh}”不颁发给{kindZh}。',
    },
    remedy: {
      en: 'Check the licence type, and the code type of the holder.',
      zh: '请核对证照类型和持证主体代码类型。',
    },
  },
  'holders-none': {
    kind: 'invalid',
    sentence: { en: 'The order names no holder.', zh: '申请未写明持证主体。' },
    remedy: { en: 'Name at least one holder.', zh: '请至少写明一个持证主体。' },
  },
  'holders-too-many': {
    kind: 'invalid',
    sentence: {
      en: 'The order names {found} holders; this type allows {most}.',
      zh: '申请写明了 {found} 个持证主体，此类证照最多允许 {most} 个。',
    },
    remedy: {
      en: 'Order one licence for each, or check the licence type.',
      zh: '请为各持证主体分别申请，或核对证照类型。',
    },
  },
  'holder-twice': {
    kind: 'invalid',
    sentence: { en: 'The same holder is named twice.', zh: '同一持证主体出现了两次。' },
    remedy: { en: 'Name each holder once.', zh: '每个持证主体请只写一次。' },
  },

  // ── 照面信息 ────────────────────────────────────────────────────────────────────────────────────
  'field-missing': {
    kind: 'invalid',
    sentence: { en: 'The field “{titleEn}” is missing.', zh: '缺少“{title}”。' },
    remedy: { en: 'Fill it in.', zh: '请填写。' },
  },
  'field-unknown': {
    kind: 'invalid',
    sentence: { en: 'This licence type has no field “{name}”.', zh: '此类证照没有“{name}”字段。' },
    remedy: {
      en: 'Leave it out, or issue under a version of the type that has it.',
      zh: '请去掉该字段，或使用含有该字段的证照类型版本。',
    },
  },
  'field-wrong-kind': {
    kind: 'invalid',
    sentence: { en: 'The field “{titleEn}” must be {expected}.', zh: '“{title}”应为{expectedZh}。' },
    remedy: {
      en: 'Integers are the only numbers; write an amount as text, such as "1000000.00".',
      zh: '数字只能是整数；金额请写成文本，如 "1000000.00"。',
    },
  },
  'field-too-long': {
    kind: 'invalid',
    sentence: {
      en: 'The field “{titleEn}” is longer than {most} characters.',
      zh: '“{title}”超过 {most} 个字符。',
    },
    remedy: { en: 'Shorten it.', zh: '请缩短。' },
  },
  'field-too-short': {
    kind: 'invalid',
    sentence: {
      en: 'The field “{titleEn}” is shorter than {least} characters.',
      zh: '“{title}”少于 {least} 个字符。',
    },
    remedy: { en: 'Write it in full.', zh: '请完整填写。' },
  },
  'field-pattern': {
    kind: 'invalid',
    sentence: {
      en: 'The field “{titleEn}” does not have the form {pattern}.',
      zh: '“{title}”不符合格式 {pattern}。',
    },
    remedy: { en: 'Write it in that form.', zh: '请按该格式填写。' },
  },
  'field-date': {
    kind: 'invalid',
    sentence: {
      en: 'The field “{titleEn}” is no real date of the form 2026-11-23.',
      zh: '“{title}”不是形如 2026-11-23 的真实日期。',
    },
    remedy: { en: 'Write year, month and day with hyphens.', zh: '请按“年-月-日”填写，以连字符分隔。' },
  },
  'field-not-in-list': {
    kind: 'invalid',
    sentence: {
      en: 'The field “{titleEn}” must be one of: {list}.',
      zh: '“{title}”应为以下之一：{listZh}。',
    },
    remedy: { en: 'Choose from the list.', zh: '请从列表中选择。' },
  },
  'field-out-of-range': {
    kind: 'invalid',
    sentence: {
      en: 'The field “{titleEn}” must be {comparison} {limit}.',
      zh: '“{title}”应{comparisonZh} {limit}。',
    },
    remedy: { en: 'Check the number.', zh: '请核对数值。' },
  },
  'field-too-many': {
    kind: 'invalid',
    sentence: { en: 'The field “{titleEn}” has more than {most} entries.', zh: '“{title}”超过 {most} 项。' },
    remedy: { en: 'Put the rest into an annex.', zh: '其余内容请放入附件。' },
  },
  'field-too-few': {
    kind: 'invalid',
    sentence: {
      en: 'The field “{titleEn}” has fewer than {least} entries.',
      zh: '“{title}”少于 {least} 项。',
    },
    remedy: { en: 'Add what is missing.', zh: '请补充。' },
  },
  'text-character': {
    kind: 'invalid',
    sentence: {
      en: 'The text holds {codePoint}: control, invisible, private-use and broken characters are refused.',
      zh: '文本含有 {codePoint}：不接受控制字符、不可见字符、专用区（自造字）字符和损坏的字符。',
    },
    remedy: {
      en: 'Remove it; give paragraphs as a list, and write rare characters by their standard Unicode code points.',
      zh: '请删除该字符；分段请用列表表示，生僻字请使用 Unicode 正式码位。',
    },
  },
  'text-not-nfc': {
    kind: 'invalid',
    sentence: {
      en: 'The text is not in Unicode normalization form C.',
      zh: '文本不是 Unicode 规范化形式 C（NFC）。',
    },
    remedy: {
      en: 'Normalise it first (text.normalize("NFC")) and show the result to the person who entered it.',
      zh: '请先规范化（text.normalize("NFC")），并请录入者核对结果。',
    },
  },

  // ── 有效期 ─────────────────────────────────────────────────────────────────────────────────────
  'date-wrong': {
    kind: 'invalid',
    sentence: {
      en: '{found} is no real date of the form 2026-11-23.',
      zh: '{found} 不是形如 2026-11-23 的真实日期。',
    },
    remedy: { en: 'Write year, month and day with hyphens.', zh: '请按“年-月-日”填写，以连字符分隔。' },
  },
  'date-out-of-range': {
    kind: 'exhausted',
    sentence: {
      en: 'The date falls outside the years 0001 to 9999.',
      zh: '日期超出公元 1 年至 9999 年的范围。',
    },
    remedy: { en: 'Use a shorter term, or none.', zh: '请使用较短的期限，或改为长期有效。' },
  },
  'term-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'A term is made of whole years, months and days, at least one day and at most {most} years.',
      zh: '期限由整年、整月、整日组成，至少一日，最多 {most} 年。',
    },
    remedy: { en: 'Write {"years": 5} or the like.', zh: '请写成 {"years": 5} 等形式。' },
  },
  'validity-reversed': {
    kind: 'invalid',
    sentence: {
      en: 'The validity ends ({until}) before it begins ({from}).',
      zh: '有效期截止日（{until}）早于起始日（{from}）。',
    },
    remedy: { en: 'Exchange the two dates, or correct one.', zh: '请对调两个日期，或更正其中之一。' },
  },
  'validity-not-a-term': {
    kind: 'invalid',
    sentence: {
      en: 'The validity ends on {until}; for this type it ends on one of: {ends}.',
      zh: '有效期截止于 {until}；此类证照应截止于以下日期之一：{endsZh}。',
    },
    remedy: {
      en: 'The last day counts: five years from 2026-11-23 end on 2031-11-22.',
      zh: '截止日计入有效期：自 2026-11-23 起五年，截止日为 2031-11-22。',
    },
  },
  'validity-out-of-range': {
    kind: 'invalid',
    sentence: {
      en: 'The validity ends on {until}; for this type it ends between {earliest} and {latest}.',
      zh: '有效期截止于 {until}；此类证照应截止于 {earliest} 至 {latest} 之间。',
    },
    remedy: {
      en: 'Choose a last day from {earliest} to {latest}.',
      zh: '请在 {earliest} 至 {latest} 之间选择截止日。',
    },
  },
  'validity-indefinite-not-allowed': {
    kind: 'invalid',
    sentence: {
      en: 'A licence of this type must have a last day of validity.',
      zh: '此类证照须有截止日期，不得为长期有效。',
    },
    remedy: { en: 'Give the last day of validity.', zh: '请填写有效期截止日。' },
  },
  'validity-must-be-indefinite': {
    kind: 'invalid',
    sentence: {
      en: 'A licence of this type has no last day of validity.',
      zh: '此类证照长期有效，不设截止日期。',
    },
    remedy: { en: 'Give null for the last day.', zh: '请将截止日设为 null。' },
  },

  // ── 颁发申请 ───────────────────────────────────────────────────────────────────────────────────────
  'type-other': {
    kind: 'invalid',
    sentence: {
      en: 'The order is for the type {found}, but was checked against {expected}.',
      zh: '申请的证照类型为 {found}，核对时却使用了 {expected}。',
    },
    remedy: { en: 'Check it against the type that it names.', zh: '请用申请所指明的证照类型核对。' },
  },
  'type-not-in-force': {
    kind: 'denied',
    sentence: {
      en: 'The licence type {type} is not in force on {on}.',
      zh: '证照类型 {type} 在 {on} 尚未启用或已经停用。',
    },
    remedy: { en: 'Issue under the version in force on that day.', zh: '请使用该日有效的类型版本颁发。' },
  },
  'authority-not-entitled': {
    kind: 'denied',
    sentence: {
      en: 'The authority {authority} may not issue “{type}”.',
      zh: '机构 {authority} 无权颁发“{typeZh}”。',
    },
    remedy: {
      en: 'Have an entitled authority issue it, or have the type’s list of authorities amended.',
      zh: '请由有权机构颁发，或修订该证照类型的颁发机构名单。',
    },
  },
  'authority-name-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'An authority’s name has 1 to {most} characters and no space at either end.',
      zh: '颁发机构名称应为 1 至 {most} 个字符，首尾不得有空格。',
    },
    remedy: { en: 'Write the authority’s full name.', zh: '请填写颁发机构全称。' },
  },
  'order-member-unknown': {
    kind: 'invalid',
    sentence: { en: 'The order has an unknown member at {path}.', zh: '申请的 {path} 处有未知成员。' },
    remedy: {
      en: 'An order has `type`, `authority`, `holders`, `fields` and `validity`, each with its own members, and nothing else.',
      zh: '申请只能包含 `type`、`authority`、`holders`、`fields` 和 `validity` 及其各自规定的成员。',
    },
  },
  'order-member-wrong': {
    kind: 'invalid',
    sentence: { en: 'The order is wrong at {path}: {problem}.', zh: '申请的 {path} 处有误：{problemZh}。' },
    remedy: { en: 'Correct the value at that place.', zh: '请更正该处的值。' },
  },
  'order-does-not-fit': {
    kind: 'invalid',
    sentence: {
      en: 'The order does not fit the licence type “{type}” ({count} wrong): {findings}{more}',
      zh: '申请不符合证照类型“{typeZh}”，共 {count} 处问题：{findings}{moreZh}',
    },
    remedy: {
      en: 'Call problemsOf(type, order) to learn where each is and what to do.',
      zh: '请调用 problemsOf(type, order)，查看每处问题的位置和处理办法。',
    },
  },

  // ── 证照类型定义 ────────────────────────────────────────────────────────────────────────────────
  'type-format-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'The licence type has the format {found}; this library reads {known}.',
      zh: '证照类型的格式为 {found}；本程序库只读取 {known}。',
    },
    remedy: { en: 'Use a version of the library that knows it.', zh: '请使用支持该格式的程序库版本。' },
  },
  'type-member-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'The licence type has an unknown member at {path}.',
      zh: '证照类型的 {path} 处有未知成员。',
    },
    remedy: {
      en: 'Remove it: an unknown member is refused, never ignored.',
      zh: '请删除该成员：未知成员一律拒绝，不会被忽略。',
    },
  },
  'type-member-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The licence type is wrong at {path}: {problem}.',
      zh: '证照类型的 {path} 处有误：{problemZh}。',
    },
    remedy: { en: 'Correct the value at that place.', zh: '请更正该处的值。' },
  },
  'type-limit': {
    kind: 'exhausted',
    sentence: {
      en: 'The licence type exceeds a limit at {path}: at most {most} are allowed.',
      zh: '证照类型的 {path} 处超出限制，最多为 {most}。',
    },
    remedy: { en: 'Split the type, or reduce the value.', zh: '请拆分证照类型，或减小该处的值。' },
  },
  'type-pattern-refused': {
    kind: 'invalid',
    sentence: {
      en: 'The pattern at {path} is refused: {why}.',
      zh: '{path} 处的正则表达式不被接受：{whyZh}。',
    },
    remedy: {
      en: 'Write ^…$ with character classes and counted repetitions, such as ^SC[0-9]{14}$.',
      zh: '请使用 ^…$、字符类和定次重复，如 ^SC[0-9]{14}$。',
    },
  },
  'numbering-token-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The numbering pattern “{pattern}” is wrong: {why}.',
      zh: '编号规则“{pattern}”有误：{whyZh}。',
    },
    remedy: {
      en: 'Tokens are {year}, {area}, {serial:N} and {holder}; one of the last two must occur.',
      zh: '可用占位符为 {year}、{area}、{serial:N}、{holder}，后两者至少出现一个。',
    },
  },
  'numbering-part-missing': {
    kind: 'invalid',
    sentence: {
      en: 'The licence number cannot be written without a valid {part}.',
      zh: '缺少有效的{partZh}，无法生成证照编号。',
    },
    remedy: { en: 'Pass it to writeNumber as `{name}`.', zh: '请以 `{name}` 传给 writeNumber。' },
  },
  'numbering-serial-used-up': {
    kind: 'exhausted',
    sentence: {
      en: 'The serial {serial} does not fit into {digits} digits.',
      zh: '流水号 {serial} 超出 {digits} 位。',
    },
    remedy: {
      en: 'Define a new version of the type with more digits.',
      zh: '请定义该证照类型的新版本，增加流水号位数。',
    },
  },

  // ── JSON ───────────────────────────────────────────────────────────────────────────────────────
  'json-too-large': {
    kind: 'exhausted',
    sentence: {
      en: 'The JSON text has {size} bytes; at most {most} are read.',
      zh: 'JSON 文本为 {size} 字节，最多读取 {most} 字节。',
    },
    remedy: { en: 'Check what was sent.', zh: '请核对所发送的内容。' },
  },
  'json-too-deep': {
    kind: 'exhausted',
    sentence: { en: 'The JSON value nests deeper than {most} levels.', zh: 'JSON 嵌套超过 {most} 层。' },
    remedy: {
      en: 'Flatten it: no format of this library nests that deep.',
      zh: '请减少嵌套：本程序库的格式都没有这么深的嵌套。',
    },
  },
  'json-too-many': {
    kind: 'exhausted',
    sentence: { en: 'The JSON text holds more than {most} values.', zh: 'JSON 所含的值超过 {most} 个。' },
    remedy: { en: 'Check what was sent.', zh: '请核对所发送的内容。' },
  },
  'json-not-utf8': {
    kind: 'invalid',
    sentence: {
      en: 'The JSON text is not valid UTF-8, or begins with a byte order mark.',
      zh: 'JSON 文本不是有效的 UTF-8，或以字节顺序标记（BOM）开头。',
    },
    remedy: { en: 'Write it as UTF-8 without a byte order mark.', zh: '请以不带 BOM 的 UTF-8 编码书写。' },
  },
  'json-syntax': {
    kind: 'invalid',
    sentence: {
      en: 'The JSON text goes wrong at offset {at}: expected {expected}.',
      zh: 'JSON 文本在偏移量 {at} 处有误，此处应为{expectedZh}。',
    },
    remedy: { en: 'Write it with a JSON library.', zh: '请使用 JSON 库生成。' },
  },
  'json-duplicate-name': {
    kind: 'invalid',
    sentence: {
      en: 'The same name occurs twice in one object, at offset {at}.',
      zh: '同一对象中成员名重复，位于偏移量 {at} 处。',
    },
    remedy: {
      en: 'Name each member once: programs disagree which one counts.',
      zh: '每个成员请只写一次：重复时以哪一个为准，各程序并不一致。',
    },
  },
  'json-text-broken': {
    kind: 'invalid',
    sentence: {
      en: 'A text holds a lone surrogate or a noncharacter ({codePoint}).',
      zh: '文本含有孤立的代理项或非字符码点（{codePoint}）。',
    },
    remedy: { en: 'Repair the text at its source.', zh: '请在来源处修正该文本。' },
  },
  'json-number-inexact': {
    kind: 'invalid',
    sentence: {
      en: 'The number at offset {at} cannot be represented exactly by every program (I-JSON, RFC 7493).',
      zh: '偏移量 {at} 处的数字无法被所有程序精确表示（I-JSON，RFC 7493）。',
    },
    remedy: { en: 'Write large or exact numbers as text.', zh: '大数和需要精确的数请写成文本。' },
  },
  'json-not-canonical': {
    kind: 'invalid',
    sentence: {
      en: 'The JSON text is not in canonical form (RFC 8785); it differs at offset {at}.',
      zh: 'JSON 文本不是规范形式（RFC 8785），自偏移量 {at} 处起不同。',
    },
    remedy: {
      en: 'Keep the very bytes that were issued; do not format or re-save them.',
      zh: '请原样保留签发时的字节，不要格式化或另存。',
    },
  },
  'not-json': {
    kind: 'invalid',
    sentence: {
      en: 'The value at {path} cannot be written as JSON: it is {found}.',
      zh: '{path} 处的值无法用 JSON 表示：{foundZh}。',
    },
    remedy: {
      en: 'Use text, finite numbers, booleans, null, arrays and plain objects.',
      zh: '请使用文本、有限数值、布尔值、null、数组和普通对象。',
    },
  },

  // ── 证照数据 ───────────────────────────────────────────────────────────────────────────────────
  'statement-version-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'The statement has the format {found}; this library reads {known}.',
      zh: '证照数据的格式为 {found}；本程序库只读取 {known}。',
    },
    remedy: { en: 'Use a version of the library that knows it.', zh: '请使用支持该格式的程序库版本。' },
  },
  'statement-member-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'The statement has an unknown member at {path}.',
      zh: '证照数据的 {path} 处有未知成员。',
    },
    remedy: {
      en: 'A statement has exactly the members of its format; treat this one as altered.',
      zh: '证照数据只含其格式规定的成员；应视为已被改动。',
    },
  },
  'statement-member-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The statement is wrong at {path}: {problem}.',
      zh: '证照数据的 {path} 处有误：{problemZh}。',
    },
    remedy: { en: 'Ask the issuing authority for the original file.', zh: '请向颁发机构索取原始证照文件。' },
  },
  'statement-disagrees': {
    kind: 'invalid',
    sentence: {
      en: 'The identifier in the statement disagrees with what stands at {path}.',
      zh: '证照数据中的证照标识与 {path} 处的内容不一致。',
    },
    remedy: {
      en: 'Treat the statement as altered and ask the issuing authority.',
      zh: '应视为已被改动，请向颁发机构核实。',
    },
  },

  // ── 证照状态 ───────────────────────────────────────────────────────────────────────────────────
  'move-not-permitted': {
    kind: 'conflict',
    sentence: {
      en: '“{move}” is not permitted for a licence in the state “{state}”.',
      zh: '状态为“{stateZh}”的证照不能办理“{moveZh}”。',
    },
    remedy: {
      en: 'Read its history first; a final state changes only by a recorded correction.',
      zh: '请先查看其历史记录；终结状态只能通过记录在案的更正改变。',
    },
  },
  'move-unknown': {
    kind: 'invalid',
    sentence: {
      en: '“{found}” is not a state or move that can be used here.',
      zh: '“{found}”不是此处可用的状态或操作。',
    },
    remedy: { en: 'Use a word of the table of moves.', zh: '请使用状态变更表中的名称。' },
  },
  'move-must-name': {
    kind: 'invalid',
    sentence: { en: 'To {move}, the {part} must be named.', zh: '办理“{moveZh}”须写明{partZh}。' },
    remedy: {
      en: 'Give it as `{name}`; where there is a decision document, take it from there.',
      zh: '请以 `{name}` 提供；有决定文书的，以决定文书为准。',
    },
  },

  // ── 证照二维码 ─────────────────────────────────────────────────────────────────────────────────────
  'qr-too-long': {
    kind: 'exhausted',
    sentence: {
      en: 'The text of the code has {length} characters; at most {limit} are read.',
      zh: '二维码文本有 {length} 个字符，最多读取 {limit} 个。',
    },
    remedy: SCAN_AGAIN,
  },
  'qr-not-base64url': {
    kind: 'invalid',
    sentence: {
      en: 'The code holds no licence token: what follows # is not base64url.',
      zh: '二维码中没有证照令牌：# 之后的内容不是 base64url 编码。',
    },
    remedy: SCAN_AGAIN,
  },
  'qr-not-a-token': {
    kind: 'invalid',
    sentence: {
      en: 'The code holds no licence token: it is not a COSE_Sign1 in well-formed CBOR of at most {limit} bytes.',
      zh: '二维码中没有证照令牌：内容不是格式正确且不超过 {limit} 字节的 COSE_Sign1（CBOR）。',
    },
    remedy: SCAN_AGAIN,
  },
  'qr-version-unknown': {
    kind: 'invalid',
    sentence: {
      en: 'The token is of format version {version}; this program reads version 1.',
      zh: '令牌的格式版本为 {version}；本程序只读取版本 1。',
    },
    remedy: { en: 'Update the verifying program, then scan again.', zh: '请更新核验程序后重新扫描。' },
  },
  'qr-not-deterministic': {
    kind: 'invalid',
    sentence: {
      en: 'The token is not in its one deterministic encoding, or holds members that version 1 does not know.',
      zh: '令牌未采用唯一的确定性编码，或含有版本 1 未定义的成员。',
    },
    remedy: SCAN_AGAIN,
  },
  'qr-key-id-wrong': {
    kind: 'invalid',
    sentence: { en: 'The key id does not have 8 bytes.', zh: '密钥标识的长度不是 8 字节。' },
    remedy: {
      en: 'Give the first 8 bytes of the SHA-256 of the paper key’s SubjectPublicKeyInfo.',
      zh: '请提供二维码签名密钥 SubjectPublicKeyInfo 的 SHA-256 摘要的前 8 字节。',
    },
  },
  'qr-identifier-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The token’s identifier is missing or not written as GB/T 36904 demands.',
      zh: '令牌中的证照标识缺失，或不符合 GB/T 36904 的写法。',
    },
    remedy: {
      en: 'Give the identifier as it stands in the statement, in upper case with its OID root.',
      zh: '请按证照数据中的写法提供证照标识：大写，并含 OID 根。',
    },
  },
  'qr-digest-wrong': {
    kind: 'invalid',
    sentence: { en: 'The statement digest does not have 32 bytes.', zh: '证照数据摘要的长度不是 32 字节。' },
    remedy: {
      en: 'Give the SHA-256 digest of the statement’s bytes.',
      zh: '请提供证照数据字节的 SHA-256 摘要。',
    },
  },
  'qr-validity-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'A date of the validity is not a real date, or the last day comes before the first.',
      zh: '有效期中的日期不是真实日期，或截止日早于起始日。',
    },
    remedy: {
      en: 'Give both dates as in 2026-11-23; give null as the last day of a licence without end.',
      zh: '请按 2026-11-23 的形式提供日期；长期有效的，截止日为 null。',
    },
  },
  'qr-signature-wrong': {
    kind: 'invalid',
    sentence: {
      en: 'The signer returned {length} bytes; an Ed25519 signature has 64.',
      zh: '签名器返回了 {length} 字节；Ed25519 签名应为 64 字节。',
    },
    remedy: {
      en: 'Sign QR tokens with the vault’s Ed25519 paper key, never with a seal key.',
      zh: '请使用证照库的 Ed25519 二维码签名密钥签署令牌，切勿使用印章密钥。',
    },
  },
} as const

export type Code = keyof typeof codes

/** Makes this package's errors. */
export const error = errorsOf(codes)
