import type { ProofWords } from './said-proof-vi.ts';

export const saidProofEn: ProofWords = {
  name: 'Name the folder of an audit export: npm run sipas -- verify FOLDER --roots FILE',
  alone: 'Name the folder of an audit export: node server/cli/verify.ts FOLDER [MAILED_ROOTS.txt]',
  unreadable: (folder, code) =>
    `The export in ${folder} lacks a file, or one cannot be read (${code}). Copy the whole folder anew, or make another export.`,
  summary: (submissions, seals, roots, certified) =>
    `${submissions} submissions, ${seals} seals, ${roots} roots, ${certified} certified reports looked at.`,
  proven: 'Nothing was changed, removed, inserted or moved.',
  findings: (findings) => `${findings.length} findings:\n  ${findings.join('\n  ')}`,
  note: (note) => `Note: ${note}`,
  noRoots:
    "No mailed roots were given (--roots): whoever holds the server's key could have made all of this anew.",
  early: (count, ids) =>
    `${count} submissions are counted in a half-month before the one they name, by a clock that ran ahead, or moved: ${ids.join(', ')}.`,
  unsealed: (count) => `${count} submissions are not sealed yet.`,
  held: (leaf) => `Quarantine ${leaf}: its bytes were changed.`,
  seal: {
    changed: (device, n) => `Device ${device}, seal ${n} was changed.`,
    unsigned: (device, n) => `Device ${device}, seal ${n} is not signed by its device.`,
    removed: (device, n) => `Device ${device}: seal ${n} was removed.`,
    someRemoved: (device, from, to) => `Device ${device}: seal ${from} to ${to} was removed.`,
    order: (device, n, before) =>
      `Device ${device}, seal ${n} does not follow seal ${before}, one of them was replaced.`,
    total: (device, n, said, total) =>
      `Device ${device}, seal ${n} counts ${said} submissions where ${total} are sealed.`,
    twice: (device, n, twin, leaf) =>
      `Device ${device}, seal ${n} holds a submission that seal ${twin.n} of device ${twin.device} holds too: ${leaf}.`,
    missing: (device, n, when, leaf) =>
      `Device ${device}, seal ${n} (${when}): a submission is missing, it was removed or changed: ${leaf}.`,
    notInRoot: (device, n, root) =>
      `Device ${device}, seal ${n}: root ${root} does not know it, or another root does.`,
  },
  entry: {
    changed: (entry) => `Entry ${entry} was changed.`,
    count: (entry, said, here) =>
      `Entry ${entry} says that ${said} submissions were removed, but not these ${here}.`,
    absent: (count, entry) =>
      `${count} submissions are said to be removed by entry ${entry}, which is not there.`,
    disagrees: (entry, root) =>
      `Entry ${entry} and root ${root} do not agree: it was removed, changed or inserted.`,
  },
  review: (cohort, here, said) =>
    `Quarantine (${cohort}): ${here} stand as taken in where decisions took ${said}: inserted or changed.`,
  root: {
    changed: (n) => `Root ${n} was changed.`,
    unsigned: (n) => `Root ${n} is not signed by the server.`,
    order: (n, before) => `Root ${n} does not follow root ${before}: one was removed or replaced.`,
    noSeal: (n, seal) => `Root ${n} names a seal that is not there: ${seal}.`,
    counts: (point, here, n, count) =>
      `Service point ${point}: ${here} submissions where root ${n} counted ${count}.`,
    noLine: 'The text of mailed roots holds no line "sipas-root N DAY HASH".',
    takenBack: (n, day, restored) => `Root ${n} of ${day} was taken back by the restore of ${restored}.`,
    notMailed: (n, day) =>
      `Root ${n} of ${day} is not the one that was mailed: what lies before it was replaced.`,
  },
  row: {
    named: (id) => `Row ${id}`,
    sealed: (id, device, n) => `Row ${id} (device ${device}, seal ${n})`,
    twice: (row) => `${row} stands in the export twice.`,
    unreadable: (row) => `${row} cannot be read: its bytes were changed.`,
    otherBytes: (row, id) => `${row} holds the bytes of row ${id}: they were moved.`,
    moved: (row, counted, answered) =>
      `${row} is counted in ${counted}, but was answered in ${answered}: it was moved.`,
    standing: (row, standing, own) =>
      `${row} stands as ${standing} where its bytes and the recorded reviews say ${own}.`,
    wasMoved: (row, from, to) => `${row} was moved from service point ${from} to ${to}.`,
    wasChanged: (row, sign) => `${row} was changed at sign ${sign}.`,
    laterSealed: (id, point, date, devices) =>
      `Row ${id} is an unsealed row of ${point}, ${date}: device ${devices.join(', ')} has sealed a later day. It was inserted or changed.`,
    noDevice: (id, point, date) =>
      `Row ${id} is an unsealed row of ${point}, ${date}: no device stood there. It was inserted or changed.`,
  },
  certified: {
    named: (unit, period, form, version) =>
      `Certified report ${unit}, ${period}, ${form}, version ${version}`,
    changed: (report) => `${report} was changed.`,
    otherName: (report) => `${report} stands under another name than its document says.`,
    order: (report, before) => `${report} does not follow version ${before}: one was removed or replaced.`,
    noEntry: (report) => `${report} is in no entry: it was inserted or replaced.`,
    gone: (report) => `${report} was removed or replaced.`,
  },
};
