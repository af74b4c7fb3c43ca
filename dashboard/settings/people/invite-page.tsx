import { useState } from 'preact/hooks';
import type { NewLink } from '../../../shared/wire/manage-people.ts';
import type { Role } from '../../../shared/wire/overview.ts';
import type { FaultAt } from '../../../shared/wire/problem.ts';
import { usePeopleWords } from '../../text/use-people-words.ts';
import { Said, type Sentence } from '../parts/said.tsx';
import { SettingsForm } from '../parts/settings-form.tsx';
import { SettingsHead } from '../parts/settings-head.tsx';
import { LinkSheet } from './link-sheet.tsx';
import type { PeopleProps } from './people-page.tsx';
import { RoleAndUnit } from './role-and-unit.tsx';

/** Role and unit of somebody new; the link to an account of these is shown once. */
export function InvitePage({ list, link, units, fresh, ended, moved, go }: PeopleProps) {
  const { people, say } = usePeopleWords();
  const { inviting } = people;
  const onlyUnit = units.length === 1 ? units[0]!.id : null;
  const [value, setValue] = useState<{ readonly role: Role | null; readonly unit: string | null }>({
    role: null,
    unit: onlyUnit,
  });
  const [made, setMade] = useState<NewLink | null>(null);
  const [said, setSaid] = useState<Sentence | null>(null);
  const { role, unit } = value;
  const check = (): FaultAt[] => [
    ...(role === null ? [{ at: 'role', why: 'needed' } as const] : []),
    ...(unit === null ? [{ at: 'unit', why: 'needed' } as const] : []),
  ];
  const unitName = units.find(({ id }) => id === unit)?.name;
  return (
    <main id="main" class="manage">
      <SettingsHead
        title={inviting.title}
        moved={moved}
        go={go}
        back={{ kind: 'people', name: people.title }}
      >
        <p class="lead">{inviting.lead}</p>
      </SettingsHead>
      <Said said={said} />
      {made ? (
        <LinkSheet
          made={made}
          title={inviting.made}
          told={inviting.what(people.roles[role!].name, unitName ? say(unitName) : '')}
          close={() => {
            setMade(null);
            setSaid({ text: people.link.gone });
          }}
          closeWords={inviting.again}
        />
      ) : (
        <SettingsForm
          go={inviting.go}
          check={check}
          send={() => link.invite(role!, unit!)}
          done={(answer) => {
            setMade(answer);
            setSaid(null);
            void fresh.refresh();
          }}
          ended={ended}
          faultWords={people.faults}
        >
          <RoleAndUnit roles={list.mayGive} units={units} value={value} set={setValue} />
        </SettingsForm>
      )}
    </main>
  );
}
