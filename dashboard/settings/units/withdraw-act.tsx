import type { UnitDetail } from '../../../shared/wire/units.ts';
import { useUnitWords } from '../../text/use-unit-words.ts';
import { writeDate } from '../../text/write-date.ts';
import { ConfirmAct } from '../parts/confirm-act.tsx';
import type { UnitActProps } from './unit-acts.tsx';

interface WithdrawProps extends Pick<UnitActProps, 'link' | 'unit' | 'ended'> {
  /** The unit itself may be gone with what was decided of it. */
  readonly done: (shown: UnitDetail) => void;
}

/** Takes back what was decided last, while its day has not come. */
export function WithdrawAct({ link, unit, ended, done }: WithdrawProps) {
  const { units: words, language } = useUnitWords();
  const { withdrawable, versions, name } = unit;
  if (!withdrawable) return null;
  const { what, from } = withdrawable;
  const day = writeDate(from);
  const before = versions.at(-2);
  const sentence =
    what === 'version' && before
      ? words.withdraw.version(
          day,
          `${before.name[language]} (${words.kinds[before.kind]})`,
          before.parent && before.parent[language],
        )
      : words.withdraw[what === 'version' ? 'unit' : what](day, name[language]);
  return (
    <ConfirmAct
      open={words.withdraw.open}
      what={<p>{sentence}</p>}
      go={words.withdraw.go}
      danger
      ended={ended}
      staleWords={words.withdraw.refused}
      send={() => link.actOnUnit(unit.id, 'withdraw', { from })}
      done={done}
    />
  );
}
