import type { CounterPlace } from '../../shared/wire/counter-requests.ts';
import { QrMark } from '../parts/qr-mark.tsx';

/** What the citizen sees: always in both languages, for nobody has asked them which is theirs. */
export function CodePanel(props: {
  readonly address: string;
  readonly place: CounterPlace;
  readonly field: string | null;
}) {
  const { address, place } = props;
  const field = place.fields.find(({ code }) => code === props.field);
  return (
    <>
      <QrMark text={address} label="Mã QR dùng một lần / One-time QR code" />
      <div class="code-words">
        <p class="code-place">
          {place.name.vi}
          {field && <span> – {field.name.vi}</span>}
        </p>
        <h2>Mời Ông/Bà góp ý bằng điện thoại</h2>
        <ol>
          <li>Mở máy ảnh hoặc Zalo, hướng vào mã.</li>
          <li>Chạm vào đường dẫn hiện ra.</li>
          <li>Trả lời trong khoảng một phút, không ghi tên.</li>
        </ol>
        <p lang="en">
          Please scan this code with your phone and answer a few questions. It takes about a minute; no name
          is asked.
        </p>
        <p class="code-host">
          Địa chỉ đúng bắt đầu bằng <b>{new URL(address).host}</b>
        </p>
      </div>
    </>
  );
}
