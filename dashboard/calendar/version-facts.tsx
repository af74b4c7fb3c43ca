import type { CertifiedReports } from '../../shared/wire/certified-report.ts';
import { useCalendarWords } from '../text/use-calendar-words.ts';
import { writeDate } from '../text/write-date.ts';
import { writeCount } from '../text/write-number.ts';

interface VersionFactsProps {
  readonly told: CertifiedReports;
  readonly version: number;
  readonly look: (version: number) => void;
}

/** Who certified a version, when, why, and the hash by which it is known; and the ways to the others. */
export function VersionFacts({ told: { versions, certified }, version, look }: VersionFactsProps) {
  const { own, language } = useCalendarWords();
  const { certify: said } = own;
  const one = versions.find((each) => each.version === version);
  const mark = certified?.certified;
  if (!one || !mark) return null;
  const { day, by, reason, hash, root } = one;
  const others = versions.filter((each) => each.version !== version);
  const isOlder = one !== versions[0];
  return (
    <>
      <div class="version-facts">
        <p>
          <b>{said.version(String(version), writeDate(day))}.</b> {by !== null && said.by(by)}
        </p>
        {reason !== null && <p>{said.reason(reason)}</p>}
        <p>
          {said.hash}: <code>{hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')}</code>
          {root && (
            <>
              {' · '}
              {said.root(writeCount(root.n, language), writeDate(root.day))}: <code>{root.digits}</code>
            </>
          )}
        </p>
        {others.length > 0 && (
          <p class="other-versions">
            {said.versions}:{' '}
            {others.map((each) => (
              <button key={each.version} type="button" class="as-link" onClick={() => look(each.version)}>
                {said.look(String(each.version))}
              </button>
            ))}
          </p>
        )}
      </div>
      <p class={mark.differs ? 'notice warning' : 'duty-said'}>
        {isOlder ? said.older : mark.differs ? said.differs : said.same}
      </p>
      {mark.held > 0 && <p class="note">{said.held(writeCount(mark.held, language))}</p>}
    </>
  );
}
