import type { Ground, GroundRule } from '../../verification/verdict.ts';

type Text = { vi: string; en: string };
type RuleText = { title: Text; passed: Text; other: Text; found?: Record<string, Text> };

const notIntact: Text = {
  vi: 'Không xét được vì bản thân chữ ký không còn nguyên vẹn hoặc không đọc được.',
  en: 'It cannot be judged, since the signature itself does not hold or cannot be read.',
};

/** What each ground means, for people. `found` has words for what was found in particular. */
export const ruleTexts: Record<GroundRule, RuleText> = {
  register: {
    title: { vi: 'Sổ đăng ký văn bản đi', en: 'Register of outgoing documents' },
    passed: { vi: 'Văn bản có trong sổ đăng ký của cơ quan ban hành.', en: 'The document is in its issuer’s register.' },
    other: {
      vi: 'Hệ thống này không ban hành văn bản nào ứng với mã hoặc tệp này.',
      en: 'This system has issued no document with this code or file.',
    },
    found: {
      'never-issued': {
        vi: 'Mã này thuộc một dự thảo chưa từng được ban hành; dự thảo không có giá trị.',
        en: 'This code belongs to a draft that was never issued; a draft has no effect.',
      },
    },
  },
  'exact-bytes': {
    title: { vi: 'Đúng tệp đã ban hành', en: 'The very file that was issued' },
    passed: { vi: 'Tệp trùng từng byte với tệp đã ban hành.', en: 'The file is, byte for byte, the one that was issued.' },
    other: {
      vi: 'Tệp khác với tệp đã ban hành. Hãy tra mã in trên văn bản và tải bản đúng từ cơ quan ban hành.',
      en: 'The file differs from the one that was issued. Look the printed code up and get the right copy from the issuer.',
    },
    found: {
      'cut-back': {
        vi: 'Tệp đã bị cắt bớt: chỉ là phần đầu của tệp đã ban hành.',
        en: 'The file was cut back: it is only the beginning of the one that was issued.',
      },
      appended: { vi: 'Tệp đã bị viết thêm sau khi ban hành.', en: 'Something was appended to the file after it was issued.' },
    },
  },
  readable: {
    title: { vi: 'Đọc được tệp', en: 'The file can be read' },
    passed: { vi: 'Tệp PDF đúng cấu trúc và đã được đọc hết.', en: 'The PDF is well built, and all of it was read.' },
    other: {
      vi: 'Tệp hỏng hoặc không đúng cấu trúc nên không xét được. Hãy xin lại bản gốc.',
      en: 'The file is broken or not built as it ought to be, so it cannot be judged. Ask for the original again.',
    },
    found: {
      'no-file': {
        vi: 'Không lấy được tệp lưu để xét. Hãy gửi tệp lên để kiểm tra.',
        en: 'There is no kept file to look at. Send the file to have it checked.',
      },
      'not-a-pdf': { vi: 'Tệp không phải là PDF.', en: 'The file is no PDF.' },
      encrypted: {
        vi: 'Tệp bị mã hóa nên không xét được. Hãy gửi bản không đặt mật khẩu.',
        en: 'The file is encrypted and cannot be judged. Send it without a password.',
      },
      hybrid: {
        vi: 'Tệp có hai bảng tham chiếu nên phần mềm khác nhau có thể hiển thị khác nhau.',
        en: 'The file has two cross-references, so that programs may show different things.',
      },
      'too-much': { vi: 'Tệp vượt quá giới hạn an toàn khi kiểm tra.', en: 'The file goes beyond what can safely be checked.' },
      unsupported: { vi: 'Tệp dùng cách nén chưa được hỗ trợ.', en: 'The file uses a compression that is not supported.' },
      'took-too-long': {
        vi: 'Kiểm tra quá lâu nên đã dừng. Hãy thử lại sau ít phút.',
        en: 'It took too long and was stopped. Try again in some minutes.',
      },
      broke: {
        vi: 'Việc kiểm tra bị dừng giữa chừng. Hãy thử lại, hoặc báo cho cơ quan ban hành.',
        en: 'The check ended halfway. Try again, or tell the issuer.',
      },
    },
  },
  'required-signature': {
    title: { vi: 'Chữ ký bắt buộc', en: 'Required signature' },
    passed: { vi: 'Có chữ ký của {{signer}} đúng vị trí.', en: 'The signature of {{signer}} is in its place.' },
    other: { vi: 'Không rõ văn bản này cần những chữ ký nào.', en: 'It is not known which signatures this document needs.' },
    found: {
      vacant: {
        vi: 'Khi lập văn bản chưa có người giữ chức vụ này ({{signer}}): ô ký để trống, chỉ cơ quan, tổ chức ký số.',
        en: 'Nobody held this office ({{signer}}) when the document was drawn up: the box stays empty, and the organisation alone signs.',
      },
      'person-missing': { vi: 'Thiếu chữ ký của người có thẩm quyền: {{signer}}.', en: 'The signature of {{signer}} is missing.' },
      'organisation-missing': {
        vi: 'Thiếu chữ ký số của cơ quan, tổ chức: {{signer}}.',
        en: 'The organisation’s signature is missing: {{signer}}.',
      },
      'another-signer': {
        vi: 'Chữ ký tại vị trí này không phải của {{signer}}.',
        en: 'The signature in this place is not that of {{signer}}.',
      },
    },
  },
  'no-strangers': {
    title: { vi: 'Không có chữ ký lạ', en: 'Nobody else has signed' },
    passed: { vi: 'Không có chữ ký nào ngoài các chữ ký bắt buộc.', en: 'There is no signature but the required ones.' },
    other: {
      vi: 'Có chữ ký của người không được giao ký văn bản này: {{signer}}.',
      en: 'Somebody has signed who had no business to: {{signer}}.',
    },
  },
  integrity: {
    title: { vi: 'Tính toàn vẹn của chữ ký', en: 'Integrity of the signature' },
    passed: { vi: 'Nội dung được ký chưa bị thay đổi từ khi ký.', en: 'What was signed has not been changed since.' },
    other: {
      vi: 'Chữ ký không khớp với nội dung: tệp đã bị thay đổi hoặc chữ ký bị làm giả.',
      en: 'The signature does not fit the content: the file was changed, or the signature forged.',
    },
    found: {
      'weak-algorithm': {
        vi: 'Chữ ký dùng thuật toán không còn được công nhận.',
        en: 'The signature uses an algorithm that no longer counts.',
      },
      'not-pades': { vi: 'Chữ ký không theo chuẩn PAdES nên không xét được.', en: 'The signature is not PAdES and cannot be judged here.' },
      'attributes-missing': {
        vi: 'Chữ ký thiếu thông tin ràng buộc với chứng thư số.',
        en: 'The signature lacks what binds it to its certificate.',
      },
      'digest-differs': { vi: 'Nội dung đã bị thay đổi sau khi ký.', en: 'The content was changed after it was signed.' },
    },
  },
  certificate: {
    title: { vi: 'Chứng thư số', en: 'Certificate' },
    passed: {
      vi: 'Chứng thư số do tổ chức được tin cậy cấp và còn hiệu lực lúc ký.',
      en: 'The certificate is by a trusted authority and was in force at the time.',
    },
    other: { vi: 'Chứng thư số không dẫn tới tổ chức chứng thực được tin cậy.', en: 'The certificate leads to no trusted authority.' },
    found: {
      expired: { vi: 'Chứng thư số đã hết hạn vào thời điểm xét.', en: 'The certificate had run out at the time that counts.' },
      'not-yet-valid': {
        vi: 'Chứng thư số chưa có hiệu lực vào thời điểm ký.',
        en: 'The certificate was not yet in force when it signed.',
      },
      'key-usage': { vi: 'Chứng thư số không dùng để ký văn bản.', en: 'The certificate is not for signing documents.' },
      'unknown-extension': {
        vi: 'Chứng thư số có điều kiện mà hệ thống không hiểu.',
        en: 'The certificate has a condition that is not understood.',
      },
      'no-anchors': {
        vi: 'Hệ thống chưa được cấu hình danh sách tổ chức chứng thực tin cậy. Hãy báo cho người vận hành.',
        en: 'This system has no list of trusted authorities. Tell those who run it.',
      },
      range: notIntact,
      'not-intact': notIntact,
    },
  },
  revocation: {
    title: { vi: 'Thu hồi chứng thư số', en: 'Revocation' },
    passed: {
      vi: 'Bằng chứng trong tệp cho thấy chứng thư số không bị thu hồi lúc ký.',
      en: 'Evidence in the file shows that no certificate was revoked at the time.',
    },
    other: {
      vi: 'Trong tệp không có bằng chứng rằng chứng thư số chưa bị thu hồi lúc ký.',
      en: 'Nothing in the file proves that the certificate was not revoked at the time.',
    },
    found: {
      revoked: { vi: 'Chứng thư số đã bị thu hồi trước khi ký.', en: 'The certificate had been revoked before it signed.' },
      chain: { vi: 'Không xét được vì chứng thư số không được tin cậy.', en: 'It cannot be judged, since the certificate is not trusted.' },
      range: notIntact,
      'not-intact': notIntact,
    },
  },
  time: {
    title: { vi: 'Dấu thời gian', en: 'Time-stamp' },
    passed: { vi: 'Dấu thời gian được tin cậy chứng minh thời điểm ký.', en: 'A trusted time-stamp proves when it was signed.' },
    other: { vi: 'Dấu thời gian không hợp lệ hoặc không được tin cậy.', en: 'The time-stamp does not hold or is not trusted.' },
    found: {
      'no-time-stamp': {
        vi: 'Chữ ký không có dấu thời gian: thời điểm ký chỉ do người ký tự ghi.',
        en: 'There is no time-stamp: only the signer’s own word says when.',
      },
      'time-stamp-not-proven': {
        vi: 'Chưa đủ bằng chứng rằng dấu thời gian còn được tin cậy.',
        en: 'It is not proven that the time-stamp can be trusted.',
      },
      range: notIntact,
    },
  },
  certification: {
    title: { vi: 'Khóa nội dung khi ký', en: 'Content closed when signed' },
    passed: {
      vi: 'Chữ ký đầu tiên khóa nội dung: sau đó chỉ được ký thêm.',
      en: 'The first signature closes the content: afterwards one may only sign.',
    },
    other: {
      vi: 'Chữ ký đầu tiên không khóa nội dung như văn bản của hệ thống này phải có.',
      en: 'The first signature does not close the content, as it does in every document of this system.',
    },
  },
  'permitted-changes': {
    title: { vi: 'Thay đổi sau khi ký', en: 'Changes after signing' },
    passed: {
      vi: 'Sau chữ ký đầu tiên chỉ có chữ ký, bằng chứng và dấu thời gian được thêm vào.',
      en: 'After the first signature only signatures, evidence and time-stamps were added.',
    },
    other: {
      vi: 'Sau khi ký, tệp đã bị thay đổi ngoài phạm vi cho phép.',
      en: 'After signing the file was changed in a way that is not allowed.',
    },
    found: {
      page: { vi: 'Trang đã bị thay đổi sau khi ký.', en: 'A page was changed after signing.' },
      'page-content': { vi: 'Nội dung trên trang đã bị vẽ lại sau khi ký.', en: 'What is drawn on a page was changed after signing.' },
      annotation: { vi: 'Có chú thích hoặc hình được đặt lên trang sau khi ký.', en: 'An annotation was put on a page after signing.' },
      'form-value': {
        vi: 'Giá trị hoặc ô của biểu mẫu đã bị thay đổi sau khi ký.',
        en: 'A value or field of the form was changed after signing.',
      },
      'signature-field': {
        vi: 'Ô chữ ký đã bị dời, thay hình hoặc gỡ bỏ sau khi ký.',
        en: 'A signature’s field was moved, redrawn or emptied after signing.',
      },
      'signature-added': { vi: 'Có ô chữ ký mới được thêm sau khi ký.', en: 'A new signature field was added after signing.' },
      attachment: { vi: 'Tệp đính kèm đã bị thay đổi sau khi ký.', en: 'An attachment was changed after signing.' },
      structure: {
        vi: 'Cấu trúc đọc của văn bản đã bị thay đổi sau khi ký.',
        en: 'The structure by which the document is read out was changed after signing.',
      },
      font: {
        vi: 'Phông chữ đã bị thay sau khi ký: chữ hiển thị có thể khác.',
        en: 'A font was changed after signing: other letters may be shown.',
      },
      image: { vi: 'Hình ảnh đã bị thay sau khi ký.', en: 'A picture was changed after signing.' },
      metadata: { vi: 'Thông tin mô tả văn bản đã bị thay đổi sau khi ký.', en: 'The document’s metadata was changed after signing.' },
      layers: { vi: 'Có lớp ẩn hiện được thêm sau khi ký.', en: 'Layers that hide and show were added after signing.' },
      script: {
        vi: 'Có mã lệnh được thêm vào tệp sau khi ký. Không nên mở tệp này.',
        en: 'A script was added after signing. Better not open this file.',
      },
      permissions: { vi: 'Giới hạn thay đổi của chữ ký đầu tiên đã bị gỡ.', en: 'The limits set by the first signature were taken out.' },
      'evidence-removed': {
        vi: 'Bằng chứng kiểm tra chữ ký đã bị gỡ khỏi tệp.',
        en: 'Evidence for checking the signatures was taken out.',
      },
      root: {
        vi: 'Tệp đã bị thay gốc: nội dung khác được hiển thị thay cho nội dung đã ký.',
        en: 'The file’s root was exchanged: something else is shown than was signed.',
      },
      'hidden-bytes': { vi: 'Có dữ liệu giấu trong phần thêm vào sau khi ký.', en: 'Bytes are hidden in what was added after signing.' },
      'not-certified': {
        vi: 'Có phần thêm vào sau chữ ký mà chữ ký không giới hạn nên không xét được.',
        en: 'Something was added after the signature, which set no limits: it cannot be judged.',
      },
    },
  },
  'whole-file': {
    title: { vi: 'Bao trùm toàn bộ tệp', en: 'The whole file is covered' },
    passed: {
      vi: 'Chữ ký hoặc dấu thời gian cuối cùng bao trùm toàn bộ tệp.',
      en: 'The last signature or time-stamp covers the whole file.',
    },
    other: { vi: 'Có phần của tệp không được chữ ký nào bao trùm.', en: 'A part of the file is covered by no signature.' },
    found: {
      'no-signature': { vi: 'Tệp không có chữ ký số.', en: 'The file bears no digital signature.' },
      'bytes-after-the-end': { vi: 'Có dữ liệu nằm sau phần kết thúc của tệp.', en: 'Bytes stand behind the end of the file.' },
    },
  },
  'attached-original': {
    title: { vi: 'Văn bản gốc kèm theo bản sao', en: 'The original attached to the copy' },
    passed: {
      vi: 'Văn bản được sao kèm theo bản sao này trùng từng byte với tệp đã ban hành.',
      en: 'The document that was copied is attached to this copy, byte for byte as it was issued.',
    },
    other: {
      vi: 'Bản sao này không kèm theo văn bản được sao. Hãy đối chiếu với văn bản đó theo mã tra cứu của nó.',
      en: 'The document that was copied is not attached to this copy. Compare it with that document, by its own look-up code.',
    },
    found: {
      'another-file': {
        vi: 'Tệp kèm theo không phải là văn bản được sao như đã ban hành.',
        en: 'The attached file is not the document that was copied, as it was issued.',
      },
      'original-unknown': {
        vi: 'Tệp kèm theo đúng mã băm ghi trong bản sao, nhưng hệ thống này không có văn bản đó trong sổ đăng ký.',
        en: 'The attached file has the digest that the copy names, but this system’s register does not know that document.',
      },
    },
  },
  status: {
    title: { vi: 'Hiệu lực hiện nay', en: 'Standing now' },
    passed: {
      vi: 'Văn bản đã phát hành và không bị đính chính, thay thế hay thu hồi.',
      en: 'The document was issued, and neither corrected nor replaced nor recalled.',
    },
    other: { vi: 'Văn bản không còn nguyên hiệu lực.', en: 'The document no longer stands as it was issued.' },
    found: {
      corrected: {
        vi: 'Văn bản đã có công văn đính chính; hãy đọc cùng văn bản đó.',
        en: 'A correction has been issued; read it together with that.',
      },
      replaced: { vi: 'Văn bản đã được thay thế bằng văn bản khác.', en: 'The document has been replaced by another.' },
      recalled: { vi: 'Văn bản đã bị thu hồi. Hãy hủy bản đang giữ.', en: 'The document has been recalled. Delete what you hold of it.' },
    },
  },
};

/** A ground in words. */
export function explained({ rule, result, why, field, signer }: Ground): { title: Text; explanation: Text } {
  const { title, passed, other, found } = ruleTexts[rule];
  const text = found?.[why] ?? (result === 'passed' ? passed : other);
  const filled = (one: string): string => one.replaceAll('{{signer}}', signer || field || '–');
  return { title, explanation: { vi: filled(text.vi), en: filled(text.en) } };
}
