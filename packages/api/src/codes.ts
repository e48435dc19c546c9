import { errorsOf } from '@licencevault/errors'

/** Word codes of what happens on the way, where no answer of the service says more. */
const codes = {
  'service-unreachable': {
    kind: 'unavailable',
    sentence: { en: 'The vault service cannot be reached: {why}.', zh: '无法连接证照库服务：{why}。' },
    remedy: {
      en: 'Check the address, that the service runs, and that both sides trust the certificates of the other.',
      zh: '请检查地址、服务是否运行，以及双方是否信任对方的证书。',
    },
  },
  'deadline-passed': {
    kind: 'unavailable',
    sentence: { en: 'No answer came in time.', zh: '未在时限内收到答复。' },
    remedy: {
      en: 'Ask again with the same request id: if it was done, the answer is the same.',
      zh: '请以相同的请求编号重试：如已办理，答复相同。',
    },
  },
  'call-cancelled': {
    kind: 'unavailable',
    sentence: { en: 'The call was cancelled.', zh: '调用已取消。' },
    remedy: {
      en: 'What was recorded before is finished all the same; the same request id answers with it.',
      zh: '取消前已登记的仍会办完，以相同的请求编号可取得结果。',
    },
  },
  'service-limit': {
    kind: 'exhausted',
    sentence: { en: 'A limit of the service was reached: {why}.', zh: '已达到服务的限制：{why}。' },
    remedy: { en: 'Send less at once.', zh: '请减少单次发送量。' },
  },
  'service-answer-unknown': {
    kind: 'unavailable',
    sentence: {
      en: 'The service ended the call with status {status}: {why}.',
      zh: '服务以状态 {status} 结束调用：{why}。',
    },
    remedy: { en: 'Ask the operator; the log has more.', zh: '请联系运维人员，日志中有更多信息。' },
  },
  'address-wrong': {
    kind: 'invalid',
    sentence: { en: '"{address}" is no address of a service.', zh: '“{address}”不是服务地址。' },
    remedy: {
      en: 'Write host:port, or unix:/path for a socket.',
      zh: '请写成“主机:端口”，或用 unix:/路径 表示套接字。',
    },
  },
  'tls-missing': {
    kind: 'invalid',
    sentence: {
      en: 'A client certificate is needed for {address}.',
      zh: '连接 {address} 需要客户端证书。',
    },
    remedy: {
      en: 'Give tls with ca, cert and key; plain text goes to a socket, or to loopback with plainText.',
      zh: '请提供 tls（ca、cert、key）；仅套接字或设置 plainText 的本机地址可用明文。',
    },
  },
  'file-damaged': {
    kind: 'conflict',
    sentence: { en: 'The file arrived damaged.', zh: '收到的文件已损坏。' },
    remedy: { en: 'Fetch it again.', zh: '请重新获取。' },
  },
  'case-folder-wrong': {
    kind: 'invalid',
    sentence: { en: 'The folder {folder} holds no case: {what}.', zh: '文件夹 {folder} 不是办件：{what}。' },
    remedy: {
      en: 'Put case.json there, with the files that it names beside it.',
      zh: '请放入 case.json 及其所列的文件。',
    },
  },
} as const

export const error = errorsOf(codes)
