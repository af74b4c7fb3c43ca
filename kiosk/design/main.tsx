import './design.css';
import { render } from '../draw.ts';
import { type Address, addressIn, type Device, hashOf, LANGUAGES, scenes, SIZES } from './scenes.ts';

/**
 * Every screen of the tablet and of the own phone, one at a time, in a frame of its true size. For whoever writes the
 * words, draws the screens or accepts them: it holds no answers and keeps nothing.
 */
const FRAMES = {
  tablet: ['1280x800', '1024x768', '800x1280'],
  phone: ['390x844', '320x640', '800x1280'],
} as const;
type FrameSize = (typeof FRAMES)[Device][number];

const SAID = {
  vi: {
    title: 'Trang mẫu',
    what: 'Mọi màn hình của máy tính bảng và trang điện thoại, đứng yên, không lưu gì.',
    devices: { tablet: 'Máy tính bảng', phone: 'Điện thoại' },
    language: 'Ngôn ngữ',
    size: 'Cỡ chữ',
    sizes: { normal: 'Thường', big: 'Chữ lớn' },
    frame: 'Khung',
    alone: 'Mở riêng',
  },
  en: {
    title: 'Design page',
    what: 'Every screen of the tablet and of the phone page, standing still; nothing is kept.',
    devices: { tablet: 'Tablet', phone: 'Phone' },
    language: 'Language',
    size: 'Text',
    sizes: { normal: 'Normal', big: 'Large' },
    frame: 'Frame',
    alone: 'Open alone',
  },
};

let device: Device = 'tablet';
let frame: FrameSize = '1280x800';

/** `#phone/question-vi-normal`: which of the two, then the screen's own address. */
function read(): Address {
  const [, named = 'tablet', own = ''] = /^#(?:(tablet|phone)\/)?(.*)$/.exec(location.hash) ?? [];
  if (named !== device) frame = FRAMES[named as Device][0];
  device = named as Device;
  return addressIn(`#${own}`, device === 'tablet' ? 'attract' : 'question');
}
const linkTo = (to: Device, address: Address) => `#${to}/${hashOf(address).slice(1)}`;

function Choice(props: {
  readonly label: string;
  readonly options: readonly { readonly name: string; readonly isChosen: boolean; readonly href: string }[];
}) {
  return (
    <nav aria-label={props.label}>
      {props.options.map(({ name, isChosen, href }) => (
        <a key={name} href={href} aria-current={isChosen ? 'true' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}

function show(): void {
  const address = read();
  const said = SAID[address.language];
  const [width, height] = frame.split('x') as [string, string];
  const alone = `./${device}/${hashOf(address)}`;
  const of = (change: Partial<Address>) => linkTo(device, { ...address, ...change });
  document.documentElement.lang = address.language;
  document.title = `${said.title}: ${address.name}`;
  render(
    <>
      <header>
        <h1>{said.title}</h1>
        <p>{said.what}</p>
        <Choice
          label={said.language}
          options={LANGUAGES.map((language) => ({
            name: language,
            isChosen: language === address.language,
            href: of({ language }),
          }))}
        />
        <Choice
          label={said.size}
          options={SIZES.map((size) => ({
            name: said.sizes[size],
            isChosen: size === address.size,
            href: of({ size }),
          }))}
        />
        <label>
          {said.frame}{' '}
          <select
            value={frame}
            onChange={(event) => {
              frame = event.currentTarget.value as FrameSize;
              show();
            }}
          >
            {FRAMES[device].map((size) => (
              <option key={size} value={size} selected={size === frame}>
                {size.replace('x', ' × ')}
              </option>
            ))}
          </select>
        </label>
        <a href={alone}>{said.alone}</a>
      </header>
      <aside>
        {(['tablet', 'phone'] as const).map((of) => (
          <section key={of}>
            <h2>{said.devices[of]}</h2>
            <Choice
              label={said.devices[of]}
              options={[...scenes[of].keys()].map((name) => ({
                name,
                isChosen: of === device && name === address.name,
                href: linkTo(of, { ...address, name }),
              }))}
            />
          </section>
        ))}
      </aside>
      <main>
        <iframe key={device} title={address.name} src={alone} width={width} height={height} />
      </main>
    </>,
    document.getElementById('app')!,
  );
}

addEventListener('hashchange', show);
show();
