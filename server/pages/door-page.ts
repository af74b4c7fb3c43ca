import { createHash } from 'node:crypto';

/** The door: the ways in, in plain words, Vietnamese first. One small page without script. */

const style = `
:root{color-scheme:light}
body{margin:0;background:#faf7f1;color:#241a17;font:18px/1.55 "Noto Sans",system-ui,sans-serif}
header{background:#7a1a1d;border-bottom:4px solid #c9a227;color:#fff;padding:28px max(24px,calc(50vw - 460px))}
h1{font-size:28px;line-height:1.45;margin:0}header p{margin:4px 0 0;color:#f4e3d7}
aside.demo{margin:0;padding:4px 24px;background:#f3dda4;text-align:center;font-size:15px}
main{max-width:920px;margin:40px auto;padding:0 24px;display:grid;gap:20px;grid-template-columns:repeat(auto-fit,minmax(250px,1fr))}
main.four{grid-template-columns:repeat(auto-fit,minmax(min(380px,100%),1fr))}
a.door{display:block;background:#fff;border:1px solid #e2d8ca;border-radius:14px;padding:26px 24px;color:inherit;text-decoration:none}
a.door:hover,a.door:focus-visible{border-color:#7a1a1d;outline:3px solid #7a1a1d33}
h2{margin:0 0 6px;font-size:22px;line-height:1.45;color:#7a1a1d}a.door p{margin:0}a.door p+p{color:#6a5d55;font-size:15px;margin-top:8px}
`;

export const doorPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export function doorPage(facts: {
  readonly demoCode: string | undefined;
  /** No real office is set up here yet; the secret of its link stands on the server's own screen and never here. */
  readonly isSetUpOpen: boolean;
  /** Whether any unit shows its results to everybody. */
  readonly isPublicOpen: boolean;
}): string {
  const { demoCode, isSetUpOpen, isPublicOpen } = facts;
  const door = (href: string, vi: string, viText: string, en: string) =>
    `<a class="door" href="${href}"><h2>${vi}</h2><p>${viText}</p><p lang="en">${en}</p></a>`;
  return `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Khảo sát mức độ hài lòng</title>
<style>${style}</style>
${demoCode ? '<aside class="demo" aria-label="Dữ liệu minh họa"><b>DỮ LIỆU MINH HỌA</b> <span lang="en">Illustrative data</span></aside>' : ''}
<header><h1>Khảo sát mức độ hài lòng của người dân</h1><p lang="en">Citizen satisfaction survey</p></header>
<main${isSetUpOpen === isPublicOpen ? '' : ' class="four"'}>
${door('/kiosk/', 'Máy tính bảng tại quầy', 'Màn hình để người dân góp ý sau khi làm thủ tục.', 'The tablet at the counter')}
${door(
  `/q/${demoCode ?? ''}`,
  'Điện thoại của người dân',
  demoCode
    ? 'Trang mở ra khi quét mã QR tại quầy (mã minh họa).'
    : 'Trang mở ra khi quét mã QR hoặc nhập mã in tại quầy.',
  demoCode
    ? 'A citizen’s own phone (demo code)'
    : 'A citizen’s own phone: scan the code at the counter, or type it',
)}
${isPublicOpen ? door('/public/', 'Kết quả đã công khai', 'Kết quả khảo sát và những việc đã làm theo góp ý. Không cần đăng nhập.', 'Published results and what was done about remarks; no sign-in') : ''}
${door('/dashboard/', 'Dành cho lãnh đạo, quản lý', 'Kết quả, khoảng tin cậy và xu hướng. Cần đăng nhập.', 'For managers: results, confidence intervals and trends; sign-in required')}
${
  isSetUpOpen
    ? door(
        '/dashboard/?page=set-up',
        'Thiết lập cho đơn vị',
        'Chưa có đơn vị nào sử dụng chính thức. Cần đường dẫn thiết lập do máy chủ in ra khi khởi động.',
        'Set up a real office: it takes the link that the server printed when it started',
      )
    : ''
}
</main>
</html>
`;
}
