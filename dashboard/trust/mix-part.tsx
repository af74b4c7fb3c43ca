import type { MixOfGroup, Trust } from '../../shared/wire/trust.ts';
import { ScoreText } from '../parts/score-text.tsx';
import { namePeriod } from '../text/name-period.ts';
import { useTrustWords } from '../text/use-trust-words.ts';
import { writePercent } from '../text/write-number.ts';
import { FiguresTable } from '../parts/figures-table.tsx';
import { ChangeText } from './marked-part.tsx';

/** Whether a change comes from the mix of channels: in words, then both changes, then each channel. */
export function MixPart({ trust: { mix } }: { readonly trust: Trust }) {
  const { own, language } = useTrustWords();
  return (
    <section class="sheet" id="mix" aria-labelledby="mix-title">
      <h2 id="mix-title">{own.mix.title}</h2>
      {mix ? (
        <>
          <p class="lead">{own.mix.lead(namePeriod(mix.period, language))}</p>
          {mix.groups.map((group) => (
            <GroupMix key={group.group} mix={group} />
          ))}
          <p class="note">{own.mix.note}</p>
        </>
      ) : (
        <p class="nothing">{own.mix.none}</p>
      )}
    </section>
  );
}

function GroupMix({ mix }: { readonly mix: MixOfGroup }) {
  const { own, words, language } = useTrustWords();
  const { group, before, now, raw, fixed, channels, verdict } = mix;
  return (
    <div class="mix-group">
      <h3>{own.groups[group]}</h3>
      <p class={verdict === 'mix' ? 'mix-said hold-on' : 'mix-said'}>{own.mix.verdicts[verdict]}</p>
      <dl class="mix-changes">
        <div>
          <dt>{own.mix.raw}</dt>
          <dd>
            <ChangeText change={raw} />
          </dd>
        </div>
        <div>
          <dt>{own.mix.fixed}</dt>
          <dd>
            <ChangeText change={fixed?.change ?? null} />{' '}
            {fixed && (
              <span class="muted">
                {own.mix.fixedLine(writePercent(fixed.before, language), writePercent(fixed.now, language))}
              </span>
            )}
          </dd>
        </div>
      </dl>
      {channels.length > 0 && (
        <FiguresTable
          caption={own.mix.table(own.groups[group])}
          columns={own.mix.columns}
          rows={[
            ...channels.map((row) => ({
              key: row.channel,
              cells: [
                words.channels.names[row.channel],
                <ScoreText key="before" score={row.before} />,
                <ScoreText key="now" score={row.now} />,
              ],
            })),
            {
              key: 'all',
              cells: [
                own.mix.all,
                <ScoreText key="before" score={before} />,
                <ScoreText key="now" score={now} />,
              ],
            },
          ]}
        />
      )}
    </div>
  );
}
