// Where the keyboard goes once a card's button is pressed: to the first field of the card that answers, else to the send box.

import { hold, isUnderTheHand } from '/static/below.js';

const BOX = 'webchat-sendbox-input';
const FIELDS = '#webchat .webchat__basic-transcript__transcript .ac-adaptiveCard :is(input, select, textarea)';
const PRESSES = ['WEB_CHAT/SEND_POST_BACK', 'WEB_CHAT/SEND_MESSAGE_BACK'];
const PATIENCE = 8000;
// With a finger the focus would bring the keyboard up over the answer.
const finger = matchMedia('(pointer: coarse)');

export function focusBox() {
  const box = document.querySelector(`[data-id="${BOX}"]`);
  if (box) box.focus();
  else requestAnimationFrame(() => document.body.dataset.showing === 'chat' && focusBox());
}

export const focusBoxUnlessTouched = () => { if (!finger.matches) focusBox(); };

// A middleware of Web Chat's store, through which every press goes.
export const afterPress = () => (next) => (action) => {
  const done = next(action);
  if (PRESSES.includes(action.type) && !finger.matches) {
    focusBox();
    awaitField();
  }
  return done;
};

const fields = () => [...document.querySelectorAll(FIELDS)].filter((field) => field.offsetParent && !field.disabled);
const untouched = ({ dataset, value }) => dataset.id === BOX && value === '';

// The browser would scroll to the field alone, past the words of a long card that say what to do with it.
function begin(field) {
  field.focus({ preventScroll: true });
  const card = field.closest('.ac-adaptiveCard');
  hold(() => card.scrollIntoView({ block: 'start', behavior: 'instant' }));
}

let watch = null;
function awaitField() {
  const before = new Set(fields());
  watch?.disconnect();
  const mine = watch = new MutationObserver(() => {
    const fresh = fields().find((field) => !before.has(field));
    const free = untouched(document.activeElement);
    if (fresh && free && !isUnderTheHand()) begin(fresh);
    if (fresh || !free) mine.disconnect();
  });
  mine.observe(document.getElementById('webchat'), { childList: true, subtree: true });
  setTimeout(() => mine.disconnect(), PATIENCE);
}
