import type { NewCode } from '../../shared/wire/manage.ts';
import { EnrolmentSteps, useTimeLeft } from '../manage/enrolment-steps.tsx';
import { useFirstRunWords } from '../text/use-first-run-words.ts';

interface TabletCodeProps {
  readonly code: NewCode;
  readonly now: () => number;
}

/** How the tablet is enrolled: address and QR, code in large type, minutes left. */
export function TabletCode({ code, now }: TabletCodeProps) {
  const { run } = useFirstRunWords();
  const words = run.tablet;
  const left = useTimeLeft(code, now);
  if (left <= 0)
    return (
      <p class="notice warning" role="status">
        {words.over}
      </p>
    );
  return (
    <>
      <EnrolmentSteps code={code} left={left} words={words} qrLabel={words.qr} />
      {code.pin && <TabletPin pin={code.pin} />}
    </>
  );
}

/** Shown once. */
export function TabletPin({ pin }: { readonly pin: string }) {
  const { run } = useFirstRunWords();
  return (
    <section class="pin-once">
      <h3>{run.tablet.pin}</h3>
      <p class="pin-shown">{pin}</p>
      <p>{run.tablet.pinOnce}</p>
    </section>
  );
}
