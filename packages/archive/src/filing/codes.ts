import { errorsOf } from '@licencevault/errors'

/** What can be wrong with a case that is filed. */
export const filingCodes = {
  'case-closed-later': {
    kind: 'invalid',
    sentence: {
      en: 'The case is closed on {on}, which is after today, {today}.',
      zh: '办结日期 {on} 晚于今天（{today}）。',
    },
    remedy: { en: 'File it once it is closed, or correct the date.', zh: '请在办结后归档，或更正日期。' },
  },
  'case-closed-early': {
    kind: 'invalid',
    sentence: {
      en: 'The case is closed on {on}, before it was accepted on {accepted}.',
      zh: '办结日期 {on} 早于受理日期 {accepted}。',
    },
    remedy: { en: 'Correct one of the two dates.', zh: '请更正其中一个日期。' },
  },
  'case-event-later': {
    kind: 'invalid',
    sentence: {
      en: 'The event {event} is dated {on}, which is after today, {today}.',
      zh: '事件 {event} 的日期 {on} 晚于今天（{today}）。',
    },
    remedy: {
      en: 'File the case without it and record it once it has taken place, or correct the date.',
      zh: '请不带该事件归档，待其发生后登记，或更正日期。',
    },
  },
  'case-situation-unknown': {
    kind: 'invalid',
    sentence: { en: 'Item {item} has no situation {situation}.', zh: '事项 {item} 没有情形 {situation}。' },
    remedy: { en: 'Use the codes that the item lists.', zh: '请使用该事项所列的情形编码。' },
  },
  'case-schedule-missing': {
    kind: 'conflict',
    sentence: {
      en: 'No approved schedule rules what item {item} files on {on}.',
      zh: '{on} 没有适用于事项 {item} 的已批准归档范围和保管期限表。',
    },
    remedy: { en: 'Propose one and have it approved.', zh: '请拟订并报批。' },
  },
  'case-file-outside-scope': {
    kind: 'invalid',
    sentence: {
      en: 'The file {path} is of material {material}, which this case does not file.',
      zh: '文件 {path} 属于材料 {material}，不在该办件的归档范围内。',
    },
    remedy: {
      en: 'Leave it out, or have the schedule changed.',
      zh: '请不要提交该文件，或调整归档范围。',
    },
  },
  'case-files-missing': {
    kind: 'invalid',
    sentence: {
      en: '{count} required materials have no file: {missing}.',
      zh: '缺少 {count} 项必须归档的材料：{missing}。',
    },
    remedy: { en: 'Add the files and file the case again.', zh: '请补齐文件后重新归档。' },
  },
  'case-file-unannounced': {
    kind: 'invalid',
    sentence: { en: 'The file {path} was sent and not announced.', zh: '文件 {path} 未在清单中列出。' },
    remedy: { en: 'List every file in the case first.', zh: '请先在办件清单中列出全部文件。' },
  },
  'case-file-sent-twice': {
    kind: 'invalid',
    sentence: { en: 'The file {path} was sent twice.', zh: '文件 {path} 被重复提交。' },
    remedy: { en: 'Send every file once.', zh: '每个文件只提交一次。' },
  },
  'case-file-not-sent': {
    kind: 'invalid',
    sentence: { en: 'The file {path} was announced and not sent.', zh: '清单所列文件 {path} 未提交。' },
    remedy: { en: 'Send it, or leave it out of the list.', zh: '请提交该文件，或从清单中删除。' },
  },
  'case-file-size-differs': {
    kind: 'invalid',
    sentence: {
      en: 'The file {path} has {found} bytes; {announced} were announced.',
      zh: '文件 {path} 为 {found} 字节，与清单所列 {announced} 字节不符。',
    },
    remedy: {
      en: 'The stream was cut or the file changed: send it again.',
      zh: '传输中断或文件已变化，请重新提交。',
    },
  },
  'case-file-digest-differs': {
    kind: 'invalid',
    sentence: {
      en: 'The digest of the file {path} is not the announced one.',
      zh: '文件 {path} 的摘要与清单不一致。',
    },
    remedy: { en: 'Compute it anew over what is sent.', zh: '请对提交的内容重新计算摘要。' },
  },
  'case-refused': {
    kind: 'invalid',
    sentence: {
      en: 'The case does not pass the check at filing: {findings}.',
      zh: '办件未通过归档检测：{findingsZh}。',
    },
    remedy: {
      en: 'Mend what each finding names and file the case again; it stands on the exception list until then.',
      zh: '请按检测结果整改后重新归档；整改前列入异常清单。',
    },
  },
  'case-filed-already': {
    kind: 'conflict',
    sentence: {
      en: 'Case {number} of this office is filed already, with other content.',
      zh: '该单位的办件 {number} 已归档，且内容不同。',
    },
    remedy: {
      en: 'To correct it, say so and give the reason; the old package is kept.',
      zh: '如需更正，请注明更正并说明理由；原信息包予以保留。',
    },
  },
  'case-correction-pointless': {
    kind: 'invalid',
    sentence: {
      en: 'There is nothing to correct: case {number} of this office is not filed, or is filed with this very content.',
      zh: '无可更正：该单位的办件 {number} 尚未归档，或内容相同。',
    },
    remedy: { en: 'File it without a correction.', zh: '请按一般归档提交。' },
  },
  'case-of-another-office': {
    kind: 'denied',
    sentence: {
      en: 'This caller files for {own}; the case is of {office}.',
      zh: '调用方只能为 {own} 归档，该办件属于 {office}。',
    },
    remedy: { en: 'Let the office that handled the case file it.', zh: '请由办理单位归档。' },
  },
  'case-being-filed': {
    kind: 'conflict',
    sentence: {
      en: 'Case {number} of this office is being filed under another request.',
      zh: '该单位的办件 {number} 正由另一请求归档。',
    },
    remedy: { en: 'Wait for it, or send the same request again.', zh: '请等待其完成，或重新发送同一请求。' },
  },
  'case-too-large': {
    kind: 'exhausted',
    sentence: {
      en: 'The files of the case have {bytes} bytes together; at most {most} are taken.',
      zh: '该办件的文件合计 {bytes} 字节，最多为 {most} 字节。',
    },
    remedy: {
      en: 'Split the case, or send only what is to be filed.',
      zh: '请拆分办件，或只提交应归档的文件。',
    },
  },
  'spool-full': {
    kind: 'exhausted',
    sentence: {
      en: 'There is no room to receive the file {path}.',
      zh: '暂存空间不足，无法接收文件 {path}。',
    },
    remedy: {
      en: 'Free space in the spool folder and send the case again.',
      zh: '请清理暂存目录后重新提交。',
    },
  },
} as const

export const error = errorsOf(filingCodes)
