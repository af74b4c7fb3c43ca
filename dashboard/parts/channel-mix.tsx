import type { ChannelRow } from '../../shared/wire/overview.ts';
import { useWords } from '../text/use-words.ts';
import { writeCount } from '../text/write-number.ts';

/** Which channels the figures hold: a merged percentage is never shown without its mix. */
export function ChannelMix({ channels }: { readonly channels: readonly ChannelRow[] }) {
  const { words, language } = useWords();
  return (
    <section class="channels">
      <h2>{words.channels.title}</h2>
      {channels.length === 0 ? (
        <p class="nothing">{words.channels.empty}</p>
      ) : (
        <ul>
          {channels.map(({ channel, shown }) => (
            <li key={channel}>
              {words.channels.names[channel]}{' '}
              <b>{shown === null ? words.withheld : words.n(writeCount(shown, language))}</b>
            </li>
          ))}
        </ul>
      )}
      <p class="note">{words.channels.note}</p>
    </section>
  );
}
