import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../shared/questionnaire.ts';
import { Heading } from '../parts/heading.tsx';
import { Tick } from '../parts/tick.tsx';
import { put } from '../../shared/text/words.ts';
import { CheckList } from './check-list.tsx';
import { CodeEntry } from './code-entry.tsx';
import { ENROL_CHECKS, type EnrolDeps, enrolCourse, type Step } from './enrol-course.ts';
import { sayEnrolFault, sayStanding } from './say-enrolment.ts';
import type { StaffWords } from './staff-words.ts';

interface EnrolProps {
  readonly words: StaffWords;
  readonly language: Language;
  readonly deps: EnrolDeps;
  /** From the QR code; asked about at once. */
  readonly code: string | undefined;
  /** Enrolled, with everything there: on to the kiosk. */
  readonly onDone: () => void;
}

/** Long enough to be read, short enough that nobody waits for it. */
const DONE_MS = 2_500;

export function EnrolScreen({ words, language, deps, code, onDone }: EnrolProps) {
  const [step, setStep] = useState<Step>({ kind: 'typing', code: code ?? '' });
  const course = useMemo(() => enrolCourse(deps, setStep), [deps]);
  useEffect(() => {
    if (code !== undefined) void course.ask(code);
  }, [course, code]);
  useEffect(() => {
    if (step.kind !== 'done') return undefined;
    const timer = setTimeout(onDone, DONE_MS);
    return () => clearTimeout(timer);
  }, [step.kind, onDone]);
  useEffect(() => {
    document.getElementById('heading')?.focus({ preventScroll: true });
  }, [step.kind]);
  const shown = { words, language, course };
  switch (step.kind) {
    case 'typing':
    case 'asking':
      return (
        <CodeEntry
          key={step.code === '' ? 'empty' : 'typed'}
          words={words}
          language={language}
          typed={step.code}
          fault={step.kind === 'typing' ? step.fault : undefined}
          isAsking={step.kind === 'asking'}
          onCode={(typed) => void course.ask(typed)}
        />
      );
    case 'confirm':
      return <ConfirmPart {...shown} step={step} />;
    case 'working':
    case 'stopped':
      return <WorkPart {...shown} step={step} />;
    case 'done': {
      const { device, point } = step.answer;
      return (
        <section class="staff-message">
          <Tick />
          <Heading text={words.enrolling.doneTitle} />
          <p>{put(words.enrolling.doneText, { device: device.name, point: point.name[language] })}</p>
          <button type="button" class="primary" onClick={onDone}>
            {words.enrolling.open}
          </button>
        </section>
      );
    }
  }
}

interface PartProps<S> {
  readonly words: StaffWords;
  readonly language: Language;
  readonly course: ReturnType<typeof enrolCourse>;
  readonly step: S;
}

function ConfirmPart({ words, language, course, step }: PartProps<Extract<Step, { kind: 'confirm' }>>) {
  const { device, point, tree } = step.answer;
  const { confirm } = words;
  const isOther = step.may === 'belongs';
  const note = sayStanding(words, step);
  return (
    <section class="confirm card">
      <Heading text={isOther ? confirm.otherTitle : confirm.title} />
      {!isOther && <p>{confirm.text}</p>}
      <dl class="named">
        <div>
          <dt>{confirm.device}</dt>
          <dd>{device.name}</dd>
        </div>
        <div>
          <dt>{confirm.point}</dt>
          <dd>{point.name[language]}</dd>
        </div>
        <div>
          <dt>{confirm.use}</dt>
          <dd>{confirm.uses[tree]}</dd>
        </div>
      </dl>
      {note && <p class="note">{note}</p>}
      <div class="ways">
        {!isOther && (
          <button type="button" class="primary" onClick={() => void course.confirm()}>
            {confirm.yes}
          </button>
        )}
        <button type="button" class="secondary" onClick={course.retype}>
          {confirm.no}
        </button>
      </div>
    </section>
  );
}

function WorkPart(props: PartProps<Extract<Step, { kind: 'working' | 'stopped' }>>) {
  const { words, course, step } = props;
  const isStopped = step.kind === 'stopped';
  return (
    <section class="confirm card">
      <Heading text={isStopped ? words.enrolling.stopTitle : words.enrolling.title} />
      {isStopped ? (
        <p class="fault" role="alert">
          {sayEnrolFault(words, step.fault)}
        </p>
      ) : (
        <p role="status">{words.enrolling.text}</p>
      )}
      <CheckList words={words} checks={ENROL_CHECKS} ends={step.ends} />
      {isStopped && (
        <div class="ways">
          <button type="button" class="primary" onClick={() => void course.confirm()}>
            {words.again}
          </button>
          <button type="button" class="secondary" onClick={course.retype}>
            {words.enrolling.otherCode}
          </button>
        </div>
      )}
    </section>
  );
}
