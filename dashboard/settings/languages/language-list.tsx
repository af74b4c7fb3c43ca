import { useMemo, useState } from 'preact/hooks';
import type { LanguagePage, LanguageRow } from '../../../shared/wire/manage-languages.ts';
import { FreshNotice } from '../../parts/fresh-notice.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { stateOf } from '../../text/languages-vi.ts';
import { useLanguagesWords } from '../../text/use-languages-words.ts';
import { writeCount } from '../../text/write-number.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import { LineField } from '../parts/form-fields.tsx';
import { Said, useSaid } from '../parts/said.tsx';
import { type ListColumn, SearchableList } from '../parts/searchable-list.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import type { LanguagesProps } from './languages-page.tsx';
import { namesOf } from './language-names.ts';
import { PointOrder } from './point-order.tsx';
import { TakeIn } from './take-in.tsx';

/** Every language with how far it has come; a whole pack is taken in here, and each service point has its order. */
export function LanguageList(props: LanguagesProps) {
  const { list, fresh, link, ended, moved, go } = props;
  const { own, language } = useLanguagesWords();
  const { said, sayAfter } = useSaid();
  const columns = useMemo((): readonly ListColumn<LanguageRow>[] => {
    const share = ({ have, of }: LanguageRow['texts']) =>
      of === 0 ? own.builtIn : own.share(writeCount(have, language), writeCount(of, language));
    return [
      {
        key: 'name',
        title: own.columns.name,
        show: (row) => {
          const [name, other] = namesOf(row, language);
          return (
            <>
              <PageLink page={{ kind: 'languages', id: row.code }} go={go}>
                {name}
              </PageLink>
              {other && <span class="own-name">{other}</span>}
            </>
          );
        },
        sortBy: (row) => namesOf(row, language)[0],
      },
      {
        key: 'state',
        title: own.columns.state,
        show: (row) => <span class={`pack-state ${stateOf(row)}`}>{own.states[stateOf(row)]}</span>,
        sortBy: (row) => own.states[stateOf(row)],
      },
      {
        key: 'texts',
        title: own.columns.texts,
        show: ({ texts }) => share(texts),
        sortBy: ({ texts }) => texts.have,
      },
      {
        key: 'clips',
        title: own.columns.clips,
        show: ({ clips }) => share(clips),
        sortBy: ({ clips }) => clips.have,
      },
    ];
  }, [own, language, go]);
  return (
    <main id="main" class="manage language-list">
      <SettingsHead title={own.title} moved={moved} go={go}>
        <p class="lead">{own.lead}</p>
      </SettingsHead>
      {!list.mayChange && <p class="notice">{own.onlyTop}</p>}
      <FreshNotice fresh={fresh} loading={own.loading} />
      <Said said={said} />
      <SearchableList
        caption={own.list}
        rows={list.languages}
        keyOf={({ code }) => code}
        columns={columns}
        textOf={(row) => `${row.code} ${row.name} ${row.nameVi} ${own.states[stateOf(row)]}`}
        empty={own.states.empty}
      />
      {list.mayChange && (
        <>
          <TakeIn link={link} code={null} ended={ended} done={() => fresh.refresh()} />
          <AddLanguage {...props} done={() => sayAfter(fresh.refresh(), own.add.done)} />
        </>
      )}
      <PointOrder {...props} />
    </main>
  );
}

function AddLanguage({ link, ended, done }: LanguagesProps & { readonly done: () => void }) {
  const { own } = useLanguagesWords();
  const [asked, setAsked] = useState({ code: '', name: '', nameVi: '' });
  return (
    <section class="person-acts">
      <ConfirmAct<LanguagePage>
        open={own.add.open}
        what={<p>{own.add.what}</p>}
        go={own.add.open}
        send={() => link.add(asked)}
        done={done}
        ended={ended}
      >
        <LineField
          label={own.about.nameVi}
          name="nameVi"
          value={asked.nameVi}
          set={(nameVi) => setAsked({ ...asked, nameVi })}
        />
        <LineField
          label={own.about.name}
          name="name"
          value={asked.name}
          set={(name) => setAsked({ ...asked, name })}
        />
        <LineField
          label={own.add.code}
          name="code"
          value={asked.code}
          set={(code) => setAsked({ ...asked, code: code.trim() })}
        />
      </ConfirmAct>
    </section>
  );
}
