import type { CertifiedReports } from '../../shared/wire/certified-report.ts';
import { nameGroup } from '../text/name-group.ts';
import { useCalendarWords } from '../text/use-calendar-words.ts';
import { writeCount } from '../text/write-number.ts';

/** Why the newest version cannot be corrected by what is served today; nothing where it can, or need not. */
export function CorrectionSaid({ told: { correction, live } }: { readonly told: CertifiedReports }) {
  const spoken = useCalendarWords();
  const { certify: said } = spoken.own;
  if (correction.kind === 'waiting')
    return <p class="note">{said.waiting(writeCount(correction.forms, spoken.language))}</p>;
  if (correction.kind !== 'few') return null;
  const factors = live.factors.map(({ group, name }) => ({ code: group, name }));
  const names = correction.groups.map((group) => {
    if (group === 'shown') return said.fewShown;
    const name = nameGroup(group, factors, spoken);
    return name === group ? said.fewOther : name;
  });
  return <p class="note">{said.few([...new Set(names)].join(', '))}</p>;
}
