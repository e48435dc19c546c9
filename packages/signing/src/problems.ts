import { type Details, fill, type VaultError } from '@licencevault/errors'

/**
 * What can be wrong with an encoding, a certificate or a signature, in English and Chinese: the part
 * of a sentence after its colon. `{name}` is filled from the details.
 */
const problems = {
  // Encodings
  'a multi-byte tag': '多字节标签',
  'expected tag {expected}, found {found}': '应为标签 {expected}，实际为 {found}',
  'bytes follow where the element should end': '元素结束处还有多余字节',
  'a primitive element where parts were expected': '应为构造型元素，实际为基本型',
  'an end-of-contents mark without a beginning': '内容结束标记缺少对应的开始',
  'a wrong end-of-contents mark': '内容结束标记有误',
  'the element is longer than what holds it': '元素长度超出其所在范围',
  'the bytes end in the middle of an element': '数据在元素中间中断',
  'an indefinite length, which DER forbids': '使用了 DER 禁止的不定长度',
  'an indefinite length on a primitive element': '基本型元素使用了不定长度',
  'a length of more than five bytes': '长度字段超过五个字节',
  'a length written longer than needed, which DER forbids': '长度字段冗长，DER 不允许',
  'a primitive type in parts, which DER forbids': '基本型被分段编码，DER 不允许',
  'not an object identifier': '不是对象标识符',
  'an empty object identifier': '对象标识符为空',
  'an object identifier with a needless zero': '对象标识符含多余的零',
  'an object identifier with a huge number': '对象标识符中的数字过大',
  'an object identifier that breaks off': '对象标识符不完整',
  'an empty integer': '整数为空',
  'an integer written longer than needed': '整数编码冗长',
  'a negative number': '不应为负数',
  'a number beyond 48 bits': '数值超过 48 位',
  'a truth value other than 00 or ff': '布尔值不是 00 或 ff',
  'a bit string with unused bits': '位串含未使用的位',
  'a wrong bit string': '位串有误',
  'a named bit string with trailing zero bits': '命名位串末尾含多余的零',
  'not a time': '不是时间',
  'a time that is not in UTC to the second': '时间不是精确到秒的 UTC 时间',
  'a time with other characters than digits': '时间含非数字字符',
  'a time that no clock shows': '时间不存在',
  // Certificates
  'the signature algorithm inside and outside differ': '证书内外的签名算法不一致',
  'the issuer has no name': '颁发者没有名称',
  'extensions in a certificate that is not version 3': '非第 3 版证书含有扩展',
  'a version other than 1, 2 or 3, or version 1 written out': '版本不是 1、2、3，或写出了默认的第 1 版',
  'a negative serial number': '序列号为负数',
  'a serial number of more than 20 octets': '序列号超过 20 个字节',
  'the extension {oid} twice': '扩展 {oid} 重复',
  'the extension {oid} is malformed': '扩展 {oid} 格式有误',
  'a path length without the CA flag': '没有 CA 标志却声明了路径长度',
  'a key usage that is no bit string': '密钥用途不是位串',
  'a key usage that allows nothing': '密钥用途未允许任何用途',
  'a subject key identifier that is no octet string': '主体密钥标识符不是八位串',
  'an extension of another type than its identifier says': '扩展内容与其标识不符',
  'a general name of an unknown kind': '通用名称的类型未知',
  'a name with other characters than ASCII': '名称含 ASCII 以外的字符',
  'the alternative name {name}': '备用名称 {name}',
  'no subject, and no critical alternative name instead': '没有主体名称，也没有关键的备用名称',
  'keyCertSign without the CA flag': '没有 CA 标志却允许签发证书',
  'an IP address of {bytes} bytes': 'IP 地址长度为 {bytes} 字节',
  'an IP mask with holes': 'IP 掩码不连续',
  'a name constraint that constrains nothing': '名称约束未约束任何内容',
  'a name constraint with a minimum or a maximum': '名称约束含有最小或最大层级',
  'policy constraints that constrain nothing': '策略约束未约束任何内容',
  'the policy {oid} twice': '策略 {oid} 重复',
  'a policy mapped from or to any policy': '策略映射涉及任意策略',
  // Revocation lists and OCSP
  'a version other than 1 or 2': '版本不是 1 或 2',
  'extensions in a list of version 1': '第 1 版列表含有扩展',
  'an empty list written out': '写出了空列表',
  'a distribution point for users, authorities and attributes alone at once':
    '分发点同时声明仅含用户、机构或属性证书',
  'a distribution point of an unknown kind': '分发点名称的类型未知',
  'a reason for revoking that does not exist': '吊销原因不存在',
  'a version other than 1': '版本不是 1',
  'a responder of an unknown kind': '响应者标识的类型未知',
  'a response status that does not exist': '响应状态不存在',
  'a response of type {oid}': '响应类型为 {oid}',
  'a response without its bytes': '响应缺少内容',
  'a certificate status that does not exist': '证书状态不存在',
  'a nonce of {bytes} bytes': '随机数长度为 {bytes} 字节',
  // Time-stamps
  'content of type {kind}, not a time-stamp': '内容类型为 {kind}，不是时间戳',
  'a time-stamp of version {version}': '时间戳版本为 {version}',
  'a part of an accuracy outside 1 to 999': '精度的某一部分不在 1 至 999 之间',
  'a time-stamp’s time that is not in UTC with seconds': '时间戳的时间不是含秒的 UTC 时间',
  'a status that does not exist': '状态不存在',
  'a granted response without a token': '已签发的响应缺少时间戳',
  'a refused response with a token': '被拒绝的响应含有时间戳',
  '{count} signers': '{count} 个签名者',
  // Fetching
  'it names no address that may be asked': '证书未指明可查询的地址',
  'nobody may be asked': '当前为离线模式，不作查询',
  'the address answers {status}': '该地址返回 {status}',
  'it is larger than {bytes} bytes': '内容超过 {bytes} 字节',
  'the address does not answer in time': '该地址未在规定时间内答复',
  'the address cannot be reached': '无法访问该地址',
  // CMS
  'an algorithm of another type': '算法标识的类型有误',
  'content of type {kind}, not signed data': '内容类型为 {kind}，不是签名数据',
  'version {version}, which RFC 5652 does not know': '版本 {version} 不在 RFC 5652 定义之内',
  'content that is no octet string': '内容不是八位串',
  'a part of the content that is no octet string': '内容的一部分不是八位串',
  'a signer of another type': '签名者信息的类型有误',
  'a signer of version {version} named as in version {right}':
    '签名者版本为 {version}，标识方式却属于版本 {right}',
  'a signer without a name': '签名者没有标识',
  'a signing-certificate-v2 of another type': 'signing-certificate-v2 属性的类型有误',
  'signed attributes that are not in DER order': '签名属性未按 DER 顺序排列',
  'an attribute of another type': '属性的类型有误',
  'the attribute {oid} with several values': '属性 {oid} 有多个值',
  'the attribute {oid} twice': '属性 {oid} 重复',
  'no content-type attribute': '缺少 content-type 属性',
  'no message-digest attribute': '缺少 message-digest 属性',
  'its digest or its number differs': '摘要或序列号不一致',
  '{algorithm} beside a {hash} digest': '{algorithm} 与 {hash} 摘要并用',
  '{hash} is not among the digest algorithms of the message': '{hash} 不在消息声明的摘要算法之列',
  '{algorithm} with the key {key}': '{algorithm} 与密钥 {key} 不符',
  // What nothing signs
  'version {version}': '版本号 {version}',
  'the name of the issuer': '颁发者名称',
  // Certification of a PDF
  '/Perms does not name the certifying seal': '/Perms 未指向认证签章',
  '/Perms names a seal that does not certify': '/Perms 指向的签章不是认证签章',
  '/Perms names something that is not a signature of the form': '/Perms 所指的不是表单中的签名',
  // Wrong calls
  'it is one of {given}': '给出的是 {given} 摘要',
  'it has {bytes} bytes': '其长度为 {bytes} 字节',
  'the public keys differ': '公钥不一致',
  '{algorithm} cannot be signed with {key}': '{key} 密钥不能用于 {algorithm} 签名',
} as const

export type Problem = keyof typeof problems

/** The details of an error or a finding that name a problem: `problem` in English, `problemZh` in Chinese. */
export function problemOf(problem: Problem, details: Details = {}) {
  const { en, zh } = fill({ en: problem, zh: problems[problem] }, details)
  return { problem: en, problemZh: zh }
}

/** What an error says is wrong, as the end of another sentence. */
export function problemIn({ details, sentence }: VaultError) {
  return {
    problem: details.problem ?? sentence.en.replace(/\.$/, ''),
    problemZh: details.problemZh ?? sentence.zh.replace(/。$/, ''),
  }
}
