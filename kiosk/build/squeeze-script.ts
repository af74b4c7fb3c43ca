import { minify } from 'terser';

/** The last step of the build for everything that a tablet or a phone loads before its first question. */

/**
 * Names that only functions of our own page call each other by: never stored, sent, read from outside or put together,
 * nor what a string may name. Two letters in their place are worth 0.3 kB of a tablet's first load. The most frequent
 * stand first.
 */
const OWN_NAMES = `
  touchMs props past readMeta settled idsIn enrolment picked tapMs onRemark sinceMs tookMs behind shelf
  sealed onAnswer trigger redraw alone woken damaged later stores quality look keep unsentIds addSeal
  saveFacts onFault makeWorker traceSalt shownMs revising hammered freeBytes persistence standing lives
  tidy setup prune enterEpoch settleSeals readRests openIds minGapMs onNotice onChoose onStep isAlert
  isChosen defaultLanguage rowsAfter choices learn restored awaits markSafe unsentSeals lastSeal notOpen
  hasDatabase businessTime sayingOf afterRound postSeals serverNowMs onLanguage onTouch onRevise whileIdle
  outsideHours onStart onEnd isOther outboxLasts updates unnamed isFirstItem isFirstPolicy abandonedAt
  contents middle mend signals startedMs endedMs canary settle reconcile patienceMs joinChain readSeals
  heardIn wordsIn onHear setLoudness isIdle isListening isSpeaking isTrial recording onOffer countsOf
`
  .trim()
  .split(/\s+/);

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
const SHORT = ['', ...CAPITALS].flatMap((first) => CAPITALS.map((last) => first + last));
/** Every file of a page shortens alike, because they hand each other what they share; nothing else of ours is so named. */
const shortNames = () => Object.fromEntries(OWN_NAMES.map((name, i) => [`$${name}`, SHORT[i]!]));

/** The build makes syntax older and leaves methods of lists as they are; Chrome 108 and 109 do not know this one. */
const older = (code: string) => code.replaceAll('.toSorted(', '.slice().sort(');

/** Writes what is used once where it is used, which the build's own minifier does not: 0.4 kB less of the kiosk. */
export async function squeezed(code: string): Promise<string> {
  const result = await minify(older(code), {
    module: true,
    ecma: 2020,
    compress: {
      passes: 4,
      lhs_constants: false,
      pure_getters: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      unsafe_comps: true,
    },
    mangle: { properties: { regex: new RegExp(`^(?:${OWN_NAMES.join('|')})$`) } },
    nameCache: { vars: {}, props: { props: shortNames() } },
  });
  return result.code!;
}
