import type { SampleObject } from '@licencevault/kit/pdf'
import type { Subject } from '../src/pades/forensics/words.ts'
import { anySignature, type Base, bases, type edit, packet, sealIds } from './forensics-world.ts'

export type Edits = Parameters<typeof edit>[1]
export const forged = { data: 'BT /F1 12 Tf 20 100 Td (Amount 999) Tj ET /X1 Do' }
export const put = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to)
export const all = Object.keys(bases) as Base[]
export const xobject = (data: string): SampleObject => ({
  entries: '/Type /XObject /Subtype /Form /BBox [0 0 200 200]',
  data,
})

/** What no seal permits: the attack, what is edited, and what the report names, on which page. */
export const attacks: ReadonlyArray<[string, Edits, Subject, number?]> = [
  ['incremental saving: the content of a page overwritten', { 4: forged }, 'content', 1],
  [
    'shadow replace: another content named',
    { 3: put('/Contents 4 0 R', '/Contents 60 0 R'), 60: forged },
    'content',
    1,
  ],
  [
    'shadow replace: a second content laid over',
    { 3: put('/Contents 4 0 R', '/Contents [4 0 R 60 0 R]'), 60: forged },
    'content',
    1,
  ],
  ['shadow hide: the content taken away', { 3: put('/Contents 4 0 R ', '') }, 'content', 1],
  ['shadow hide: the content is null', { 4: 'null' }, 'content', 1],
  ['shadow hide: the page made small', { 3: put('[0 0 200 200]', '[0 0 10 10]') }, 'page', 1],
  ['shadow hide: the page cropped', { 3: put('/Parent', '/CropBox [0 0 9 9] /Parent') }, 'page', 1],
  ['shadow hide: a layer switched off', { 1: put('/ON [', '/OFF [') }, 'layers'],
  ['shadow hide: pages in another order', { 2: put('3 0 R 30 0 R', '30 0 R 3 0 R') }, 'pages'],
  ['a page removed', { 2: put(' 30 0 R', '') }, 'pages'],
  ['a page added', { 2: put('30 0 R]', '30 0 R 60 0 R]'), 60: '<</Type /Page /Parent 2 0 R>>' }, 'pages'],
  [
    'a page exchanged',
    { 2: put('3 0 R', '60 0 R'), 60: '<</Type /Page /Parent 2 0 R /Contents 4 0 R>>' },
    'pages',
  ],
  ['the page turned', { 30: put('/Parent', '/Rotate 180 /Parent') }, 'page', 2],
  [
    'hide-and-replace: another page tree',
    { 1: put('/Pages 2 0 R', '/Pages 60 0 R'), 60: '<</Type /Pages /Kids [] /Count 0>>' },
    'pages',
  ],
  ['a font exchanged in place', { 5: put('Helvetica', 'Symbol') }, 'font', 1],
  [
    'another font named',
    { 3: put('/F1 5 0 R', '/F1 60 0 R'), 60: '<</Type /Font /Subtype /Type3>>' },
    'font',
    1,
  ],
  [
    'the encoding of a font changed',
    { 10: put('/BaseEncoding', '/Differences [49 /nine] /BaseEncoding') },
    'font',
    1,
  ],
  [
    'the resources exchanged',
    { 3: put(/\/Resources <<.*?>>>>/, '/Resources 60 0 R'), 60: '<<>>' },
    'resources',
    1,
  ],
  ['a form XObject exchanged in place', { 9: xobject('BT ET') }, 'graphic', 1],
  ['another form XObject named', { 3: put('/X1 9 0 R', '/X1 60 0 R'), 60: xobject('BT ET') }, 'graphic', 1],
  [
    'an attachment exchanged in place',
    { 7: { entries: '/Type /EmbeddedFile', data: '{"amount":999}' } },
    'attachment',
  ],
  ['another stream attached under the name', { 6: put(/7 0 R/g, '60 0 R'), 60: { data: 'x' } }, 'attachment'],
  ['an attachment renamed', { 6: put('(a.json)', '(b.json)') }, 'attachment'],
  [
    'an attachment added',
    { 1: put('6 0 R]>>', '6 0 R (b) 60 0 R]>>'), 60: '<</Type /Filespec /F (b)>>' },
    'attachment',
  ],
  ['the attachments removed', { 1: put(/\/Names <<.*?>>>>/, '') }, 'document'],
  [
    'a script that runs on opening',
    { 1: put('/Pages', '/OpenAction <</S /JavaScript /JS (x)>> /Pages') },
    'action',
  ],
  [
    'a script among the names',
    { 1: put('/Names <<', '/Names <</JavaScript <</Names [(x) <<>>]>> ') },
    'action',
  ],
  ['an action of a page', { 3: put('/Parent', '/AA <</O <</S /URI>>>> /Parent') }, 'action', 1],
  ['the appearance of a field, in place', { 26: xobject('(Mallory) Tj') }, 'field-appearance', 1],
  [
    'another appearance for a field',
    { 21: put('/N 26 0 R', '/N 60 0 R'), 60: xobject('(Mallory) Tj') },
    'field-appearance',
    1,
  ],
  ['a field hidden', { 21: put('/F 4', '/F 2') }, 'field-appearance', 1],
  ['a field moved', { 21: put('[10 10 90 30]', '[0 0 200 200]') }, 'field', 1],
  [
    'a field moved while filled in',
    { 21: (text) => text.replace('(Alice)', '(Mallory)').replace('[10 10', '[0 0') },
    'field',
    1,
  ],
  ['a box ticked without its value', { 22: put('/AS /Off', '/AS /Yes') }, 'field-appearance', 1],
  ['the font of a field exchanged', { 25: put('Helvetica', 'Symbol') }, 'font'],
  ['a field renamed', { 21: put('(name)', '(other)') }, 'field', 1],
  ['a field taken out of the form', { 20: put('21 0 R ', '') }, 'field'],
  ['an XFA form beside the form', { 20: put('/Fields', '/XFA (x) /Fields') }, 'field'],
  [
    'a text field added to the form',
    { 20: put('23 0 R', '23 0 R 60 0 R'), 60: '<</FT /Tx /T (x) /V (y)>>' },
    'field-added',
  ],
  [
    'a field laid over the page that is in no form',
    {
      3: put('24 0 R', '24 0 R 60 0 R'),
      60: '<</Type /Annot /Subtype /Widget /FT /Tx /T (x) /Rect [0 0 9 9]>>',
    },
    'field-added',
    1,
  ],
  [
    'sneaky signature: an unsigned field with a picture',
    {
      3: put('24 0 R', '24 0 R 60 0 R'),
      20: put('23 0 R', '23 0 R 60 0 R'),
      60: '<</Type /Annot /Subtype /Widget /FT /Sig /T (x) /Rect [0 0 200 200] /AP <</N 61 0 R>>>>',
      61: xobject('(Amount 999) Tj'),
    },
    'field-added',
    1,
  ],
  [
    'an empty field for a signature shows a picture',
    { 23: put('/F 4', '/F 4 /AP <</N 9 0 R>>') },
    'field',
    1,
  ],
  ['a seal shows a picture', { [sealIds.field]: put('/Rect', '/AP <</N 9 0 R>> /Rect') }, 'seal-changed', 1],
  [
    'a seal that was empty is given a place',
    { [sealIds.field]: put(/\/Rect \[.*?\]/, '/Rect [0 0 99 99]') },
    'seal-changed',
    1,
  ],
  [
    'the certification named anew',
    { 1: put('/Pages', '/Perms <</UR3 60 0 R>> /Pages'), 60: anySignature() },
    'permissions',
  ],
  ['the language of the document', { 1: put('/Pages', '/Lang (x) /Pages') }, 'document'],
  [
    'evidence that is none',
    { 1: put('/Pages', '/DSS <</Certs [60 0 R] /X 1>> /Pages'), 60: { data: 'x' } },
    'evidence-changed',
  ],
  ['the packet of metadata is none', { 28: { data: 'x' } }, 'metadata'],
]

/** What may be done, under which seals, and what it is said to be. */
export const permitted: ReadonlyArray<[string, Edits, Subject[], Base[]]> = [
  [
    'a field filled in, its appearance with it',
    { 21: (text) => text.replace('(Alice)', '(Bob)').replace('26 0 R', '60 0 R'), 60: xobject('(Bob) Tj') },
    ['field-value'],
    ['uncertified', 'P2', 'P3'],
  ],
  [
    'a field filled in, its appearance drawn anew in place',
    { 21: put('(Alice)', '(Bob)'), 26: xobject('(Bob) Tj') },
    ['field-value'],
    ['uncertified', 'P2', 'P3'],
  ],
  [
    'a box ticked',
    { 22: put(/Off \/AS \/Off/, 'Yes /AS /Yes') },
    ['field-value'],
    ['uncertified', 'P2', 'P3'],
  ],
  [
    'fields to be drawn by the reader',
    { 20: put('/Fields', '/NeedAppearances true /Fields') },
    ['form'],
    ['uncertified', 'P2', 'P3'],
  ],
  [
    'an empty field for an invisible signature',
    { 20: put('23 0 R', '23 0 R 60 0 R'), 60: '<</FT /Sig /T (x)>>' },
    ['seal-field'],
    ['uncertified', 'P2', 'P3'],
  ],
  [
    'a signature with a picture in a new field',
    {
      3: put('24 0 R', '24 0 R 60 0 R'),
      20: put('23 0 R', '23 0 R 60 0 R'),
      60: '<</Type /Annot /Subtype /Widget /FT /Sig /T (x) /V 61 0 R /Rect [0 0 99 99] /AP <</N 9 0 R>>>>',
      61: anySignature(),
    },
    ['seal-shown'],
    ['uncertified'],
  ],
  [
    'the metadata written anew',
    { 28: { entries: '/Type /Metadata /Subtype /XML', data: packet('<new/>') } },
    ['metadata'],
    ['uncertified', 'P2', 'P3'],
  ],
  [
    'evidence',
    {
      1: put('/Pages', `/DSS <</Certs [60 0 R] /VRI <</${'A1'.repeat(20)} <</Cert [60 0 R]>>>>>> /Pages`),
      60: { data: 'x' },
    },
    ['evidence'],
    all,
  ],
  [
    'evidence and a time-stamp of it',
    {
      1: put('/Pages', '/DSS <</OCSPs [60 0 R]>> /Pages'),
      3: put('24 0 R', '24 0 R 61 0 R'),
      20: put('23 0 R', '23 0 R 61 0 R'),
      60: { data: 'x' },
      61: '<</Type /Annot /Subtype /Widget /FT /Sig /T (stamp) /V 62 0 R /Rect [0 0 0 0]>>',
      62: anySignature('DocTimeStamp', 'ETSI.RFC3161'),
    },
    ['timestamp', 'evidence'],
    all,
  ],
  [
    'a note',
    { 3: put('24 0 R', '24 0 R 60 0 R'), 60: '<</Type /Annot /Subtype /Text /Rect [0 0 9 9]>>' },
    ['annotation'],
    ['P3'],
  ],
  [
    'a passage marked',
    {
      3: put('24 0 R', '24 0 R 60 0 R'),
      60: '<</Type /Annot /Subtype /Highlight /Rect [0 0 9 9] /AP <</N 61 0 R>>>>',
      61: xobject('1 1 0 rg 0 0 9 9 re f'),
    },
    ['annotation'],
    ['P3'],
  ],
  ['an object that nothing names', { 60: '(unused)' }, [], ['uncertified', 'P2', 'P3']],
]
