import { useCallback } from 'preact/hooks';
import type { LanguagePage as Pack } from '../../../shared/wire/manage-languages.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { stateOf } from '../../text/languages-vi.ts';
import { useLanguagesWords } from '../../text/use-languages-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { useFresh } from '../../use-fresh.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { Said, useSaid } from '../parts/said.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import { AboutPack } from './about-pack.tsx';
import { exportAddress } from './languages-link.ts';
import type { LanguagesProps } from './languages-page.tsx';
import { MissingParts } from './missing-parts.tsx';
import { namesOf } from './language-names.ts';
import { PackContents } from './pack-contents.tsx';
import { TakeIn } from './take-in.tsx';

const EVERY_MS = 120_000;
const versionOf = ({ id, version }: Pack['questionnaire']) => `${id} (${version})`;

interface OnePackProps extends LanguagesProps {
  readonly code: string;
}

/** One pack: what it lacks, who answers for it, what is in it, and the ways in and out. */
export function LanguagePage(props: OnePackProps) {
  const { code, link, list, ended, moved, go } = props;
  const { own, language } = useLanguagesWords();
  const { said, sayAfter } = useSaid();
  const ask = useCallback((signal: AbortSignal) => link.page(code, signal), [link, code]);
  const fresh = useFresh(ask, EVERY_MS, ended);
  const pack = fresh.value;
  const read = async () => {
    await Promise.all([fresh.refresh(), props.fresh.refresh()]);
  };
  const row = list.languages.find((each) => each.code === code)!;
  const [name, other] = namesOf(row, language);
  return (
    <main id="main" class="manage language-page">
      <SettingsHead title={name} moved={moved} go={go} back={{ kind: 'languages', name: own.title }}>
        <p class="lead">
          {other && <span class="own-name">{other}</span>}
          <span class={`pack-state ${stateOf(row)}`}>{own.states[stateOf(row)]}</span>
        </p>
      </SettingsHead>
      <Said said={said} />
      {!pack && <FreshNotice fresh={fresh} loading={own.loading} />}
      {pack && (
        <>
          {pack.unfit.length > 0 && pack.isBegun && (
            <p class="notice warning">
              {own.unfit(versionOf(pack.questionnaire), pack.unfit.map(versionOf).join(', '))}
            </p>
          )}
          {pack.isEnabled && pack.about.voice !== 'human' && <p class="notice">{own.trialNote}</p>}
          <MissingParts pack={pack} />
          <PackActs {...props} pack={pack} done={(text) => sayAfter(read(), text)} />
          {pack.mayChange && (
            <>
              <AboutPack
                key={JSON.stringify(pack.about)}
                link={link}
                pack={pack}
                ended={ended}
                done={() => sayAfter(read(), own.about.done)}
              />
              <TakeIn link={link} code={code} hasTexts={!pack.isBuiltIn} ended={ended} done={read} />
            </>
          )}
          <PackContents pack={pack} />
        </>
      )}
    </main>
  );
}

interface ActsProps extends OnePackProps {
  readonly pack: Pack;
  readonly done: (text: string) => void;
}

function PackActs({ pack, link, ended, done }: ActsProps) {
  const { own, language } = useLanguagesWords();
  const { code, isEnabled, isBegun, mayEnable, mayChange } = pack;
  const act = isEnabled ? 'disable' : 'enable';
  const count = (value: number) => writeCount(value, language);
  const keptOf = ({ texts, clips }: Pick<Pack, 'texts' | 'clips'>) =>
    [
      // the texts of the built-in languages are in the product
      ...(pack.isBuiltIn ? [] : [own.carry.texts(count(texts.have), count(texts.of))]),
      own.carry.clips(count(clips.have), count(clips.of)),
    ].join(', ');
  return (
    <section class="person-acts">
      <h2>{own.acts}</h2>
      <div class="acts">
        {mayChange && (isEnabled || mayEnable) && (
          <ConfirmAct<Pack>
            open={own[act].open}
            what={<p>{own[act].what}</p>}
            go={own[act].go}
            send={() => link.turn(code, act)}
            done={() => done(own[act].done)}
            ended={ended}
            primary={!isEnabled}
          />
        )}
        {mayChange &&
          pack.carries.map(({ id, version, ...carried }) => (
            <ConfirmAct<Pack>
              key={`${id} ${version}`}
              open={own.carry.open(versionOf({ id, version }))}
              what={<p>{own.carry.what(keptOf(carried))}</p>}
              go={own.carry.go}
              send={() => link.carry(code, { id, version })}
              done={() => done(own.carry.done)}
              ended={ended}
              danger
            />
          ))}
        <a class="quiet-button" href={exportAddress(code)} download={`${code}.zip`}>
          {own.exportPack}
        </a>
        {mayChange && isBegun && (
          <ConfirmAct<null>
            open={own.remove.open}
            what={<p>{own.remove.what(count(pack.texts.have), count(pack.clips.have))}</p>}
            go={own.remove.go}
            send={() => link.remove(code)}
            done={() => done(own.remove.done)}
            ended={ended}
            danger
          />
        )}
      </div>
      <p class="help">{own.exportHelp}</p>
    </section>
  );
}
