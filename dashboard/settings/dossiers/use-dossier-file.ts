import { useEffect, useState } from 'preact/hooks';
import {
  type DossierFile,
  FILE_MOST_BYTES,
  type FileFault,
  isInWork,
} from '../../../shared/wire/dossier-requests.ts';
import type { Answer, Refusal } from '../../server-link.ts';
import type { DossiersLink } from './dossiers-link.ts';

/** The steps at which a person waits are asked for until they are over. */
const EVERY_MS = 400;

/** One file on its way in: sent, read, checked, taken. */
export function useDossierFile(
  link: DossiersLink,
  tell: {
    readonly refused: (refusal: Refusal) => void;
    readonly lost: () => void;
    readonly taken: () => void;
  },
) {
  const [file, setFile] = useState<DossierFile | null>(null);
  const [name, setName] = useState('');
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<FileFault | null>(null);

  function hear(answer: Answer<DossierFile>): void {
    if (answer.kind === 'ok') {
      setFile(answer.value);
      if (answer.value.step === 'taken') tell.taken();
    } else if (answer.kind === 'problem' && answer.code === 'not-found') {
      setFile(null);
      tell.lost();
    } else if (answer.kind === 'problem' && answer.code === 'too-large') setFault('too-large');
    // an office's line comes and goes: the next round asks again
    else if (!(file && isInWork(file) && answer.kind === 'unreachable')) tell.refused(answer);
    else setFile({ ...file });
  }

  useEffect(() => {
    if (!file || !isInWork(file)) return;
    const timer = setTimeout(() => void link.file(file.id).then(hear), EVERY_MS);
    return () => clearTimeout(timer);
  }, [file]);

  return {
    file,
    name,
    sending,
    fault,
    async choose(chosen: File): Promise<void> {
      setFault(null);
      setName(chosen.name);
      if (chosen.size > FILE_MOST_BYTES) return setFault('too-large');
      setSending(true);
      const answer = await link.send(chosen);
      setSending(false);
      hear(answer);
    },
    ask: async (asked: Promise<Answer<DossierFile>>): Promise<void> => hear(await asked),
    /** Back to the columns; what was checked is checked anew. */
    again: () => setFile((now) => now && { ...now, step: 'read' }),
    drop(): void {
      if (file) void link.drop(file.id);
      setFile(null);
      setFault(null);
    },
  };
}

export type FileOnItsWay = ReturnType<typeof useDossierFile>;
