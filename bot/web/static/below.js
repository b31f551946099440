// What stands below the part of the conversation that is in view: how many messages nobody has seen yet, and the way down to them.

const BOX = '#webchat .webchat__basic-transcript__scrollable';
const MESSAGES = '#webchat .webchat__basic-transcript__activity';
const PILL = '#webchat .webchat__scroll-to-end-button';
// Enough of the last lines stays in view to read on from.
const KEPT = 60;
const SETTLED = 12;

let seen = new WeakSet();
const box = () => document.querySelector(BOX);
const messages = () => [...document.querySelectorAll(MESSAGES)];
const ofTheBot = (message) => !message.querySelector('.webchat__bubble--from-user');

function unseen() {
  const edge = box().getBoundingClientRect().bottom;
  const below = [];
  for (const message of messages()) {
    if (seen.has(message)) continue;
    if (message.getBoundingClientRect().top < edge - 20) seen.add(message);
    else if (ofTheBot(message)) below.push(message);
  }
  return below.length;
}

const words = (count) => (count ? `${count} new below` : 'More below');

// The pill's words change as one scrolls, which Web Chat does not draw anew for.
function relabel() {
  if (!box()) return;
  const said = words(unseen());
  const pill = document.querySelector(PILL);
  if (!pill || pill.textContent === said) return;
  pill.firstChild.data = said;
  pill.setAttribute('aria-label', said);
}

let waiting = 0;
function soon() {
  waiting ||= requestAnimationFrame(() => { waiting = 0; relabel(); });
}

// One screen at a time: a jump to the end would pass over what one is to read.
function down(after) {
  box().scrollBy({ top: box().clientHeight - KEPT, behavior: 'instant' });
  requestAnimationFrame(() => requestAnimationFrame(() => { if (!document.querySelector(PILL)) after(); }));
}

// A middleware for Web Chat's way down; `after` is called once the end is reached and the pill is gone.
export function wayDown(after) {
  let drawn = null;
  return () => (next) => (asked) => {
    const Pill = next(asked);
    return Pill && (drawn ??= (props) => {
      const shown = Pill(props);
      const said = words(box() ? unseen() : 0);
      return { ...shown, props: { ...shown.props, 'aria-label': said, children: said, onClick: () => down(after) } };
    });
  };
}

// As far down as leaves the whole of this message in view, or its beginning where it is longer.
function from(message) {
  const top = box().scrollTop + message.getBoundingClientRect().top - box().getBoundingClientRect().top;
  box().scrollTop = Math.min(top, box().scrollHeight - box().clientHeight);
}

function newest() {
  const last = messages().at(-1);
  if (last) from(last);
}

// The history is there at once, not after seconds of scrolling past it. Returns what ends it.
export const showNewest = () => hold(newest);

let holding = null;

// Keeps the view where `place` puts it until what is drawn has settled; whoever scrolls by themselves is let be. Returns what ends it.
export function hold(place) {
  holding?.abort();
  const own = holding = new AbortController();
  own.signal.addEventListener('abort', () => { if (holding === own) holding = null; });
  for (const kind of ['wheel', 'touchstart', 'pointerdown', 'keydown']) addEventListener(kind, (event) => event.isTrusted && own.abort(), { signal: own.signal, capture: true, passive: true });
  let height = 0;
  let still = 0;
  const step = () => {
    if (own.signal.aborted) return;
    // Web Chat scrolls to the end by itself, slowly, until it sees a wheel.
    box()?.dispatchEvent(new Event('wheel'));
    if (box()) place();
    const now = box()?.scrollHeight ?? 0;
    still = now && now === height ? still + 1 : 0;
    height = now;
    if (still < SETTLED) { requestAnimationFrame(step); return; }
    own.abort();
    free = 0;
  };
  step();
  return () => own.abort();
}

// Web Chat would go past the first of several messages that come at once: from the first new one on, no further.
let known = new WeakSet();
let ended = true;
const atEnd = () => box().scrollHeight - box().scrollTop - box().clientHeight < 3;

function follow() {
  const fresh = messages().filter((message) => !known.has(message));
  fresh.forEach((message) => known.add(message));
  if (fresh.length && ended && !holding && kept === null) hold(() => from(fresh[0]));
}

// Nothing moves under a hand: what arrives must not put another button under it than the one it is about to press.
const PRESSED = '#webchat .webchat__basic-transcript__transcript :is(button, a, input, select, textarea, label)';
// As long as one may think before a press. What comes meanwhile is told by the way down.
const RESTS = 20000;
// So long after a press the view may go to the answer, wherever the hand is, and no longer than until it has come.
const ANSWERS = 2000;
// Frames in which the view may still go to what has arrived. Later it is moved by somebody's own means, who are let be.
const GOES = 60;
let until = 0;
let free = 0;
let kept = null;
let at = '';

// Of the thing under the hand, and not of the view: what stands above it may be taken away.
function still() {
  if (!box() || holding || performance.now() > until || !kept.thing.isConnected) { kept = null; return; }
  box().dispatchEvent(new Event('wheel'));
  const height = box().scrollHeight;
  kept.frames = height === kept.height ? kept.frames - 1 : GOES;
  kept.height = height;
  const moved = kept.thing.getBoundingClientRect().top - kept.top;
  if (kept.frames <= 0) kept.top += moved;
  else if (Math.abs(moved) >= 1) box().scrollTop += moved;
  requestAnimationFrame(still);
}

function keep(thing) {
  until = performance.now() + RESTS;
  if (!box() || kept?.thing === thing) return;
  const begins = kept === null;
  kept = { frames: GOES, height: box().scrollHeight, ...kept, thing, top: thing.getBoundingClientRect().top };
  // What else holds the view is let go by the same press.
  if (begins) requestAnimationFrame(still);
}

export const isUnderTheHand = () => kept !== null;

function hand({ isTrusted, type, target, clientX, clientY, pointerType }) {
  if (!isTrusted) return;
  const over = target instanceof Element && target.closest(PRESSED);
  // A browser tells of a move also where the page has moved under a hand at rest.
  const moved = `${clientX} ${clientY}` !== at;
  at = `${clientX} ${clientY}`;
  if (type === 'pointerdown' && over) keep(over);
  else if (type !== 'pointermove' || !over) until = 0;
  else if (pointerType === 'mouse' && moved && performance.now() > free) keep(over);
  if (type === 'click' && over) free = performance.now() + ANSWERS;
}
for (const kind of ['pointermove', 'pointerdown', 'pointercancel', 'click', 'wheel', 'keydown']) addEventListener(kind, hand, { capture: true, passive: true });

// For the conversation that is drawn from now on.
export function watchBelow(root) {
  seen = new WeakSet();
  known = new WeakSet();
  root.addEventListener('scroll', () => { ended = !box() || atEnd(); soon(); }, { capture: true, passive: true });
  new MutationObserver(() => { if (box()) follow(); soon(); }).observe(root, { childList: true, subtree: true });
}
