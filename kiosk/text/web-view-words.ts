/** Said where the page stands inside another app, which keeps nothing for a day without network. */
const vi = {
  title: 'Xin mở trang này bằng trình duyệt',
  text: 'Trang đang mở bên trong một ứng dụng khác (như Zalo hay Facebook). Ở đây trang không chạy được khi mất mạng và phiếu có thể bị mất, nên không dùng để khảo sát.',
  open: 'Mở bằng trình duyệt',
  how: 'Hoặc sao chép địa chỉ dưới đây, rồi dán vào Chrome (trên iPhone, iPad: Safari).',
  address: 'Địa chỉ của trang',
  copy: 'Sao chép địa chỉ',
  copied: 'Đã sao chép.',
  notCopied: 'Chưa sao chép được. Xin chọn địa chỉ ở trên rồi sao chép bằng tay.',
};

const en: typeof vi = {
  title: 'Please open this page in the browser',
  text: 'The page stands inside another app (such as Zalo or Facebook). Here it cannot work without a network and forms could be lost, so it is not used for the survey.',
  open: 'Open in the browser',
  how: 'Or copy the address below and paste it into Chrome (on an iPhone or iPad: Safari).',
  address: 'Address of the page',
  copy: 'Copy the address',
  copied: 'Copied.',
  notCopied: 'It could not be copied. Please select the address above and copy it by hand.',
};

export const webViewWords = { vi, en };
