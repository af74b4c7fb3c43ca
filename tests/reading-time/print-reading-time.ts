import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { LANGUAGES } from '../../kiosk/design/scenes.ts';
import { QuestionnaireSchema } from '../../shared/questionnaire.ts';
import { READERS, timeEverySet } from './reading-time.ts';

/** Prints the estimate for every questionnaire of the product, in both languages: `npm run reading-time`. */
const folder = join(import.meta.dirname, '../../server/questionnaires');
const WORST = 5;
const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const questionnaire = v.parse(QuestionnaireSchema, JSON.parse(readFileSync(join(folder, file), 'utf8')));
  for (const language of LANGUAGES) {
    for (const reader of READERS) {
      const sets = timeEverySet(questionnaire, language, reader);
      const at = (share: number) => sets[Math.round((sets.length - 1) * share)]!;
      const [least, middle, most] = [at(0), at(0.5), at(1)];
      console.log(
        `${questionnaire.id} ${questionnaire.version}, ${language}, ${reader}: ${sets.length} sets, ` +
          `${seconds(least.ms)} to ${seconds(most.ms)}, median ${seconds(middle.ms)} ` +
          `(${least.syllables}, ${most.syllables}, ${middle.syllables} syllables)`,
      );
      for (const { items, ms, syllables } of sets.slice(-WORST).toReversed())
        console.log(`  ${seconds(ms)}, ${syllables} syllables: ${items.join(' ')}`);
    }
  }
}
