// The chat page: who are you, then the conversation. It keeps nothing but the opaque id of the officer, for this window.

import { plainWhenNotDrawn } from '/static/drawn.js';
import { showNewest, watchBelow, wayDown } from '/static/below.js';
import { Line } from '/static/line.js';
import { hostConfig, styleOptions } from '/static/look.js';
import { afterPress, focusBox, focusBoxUnlessTouched } from '/static/press.js';
import { statusInBritish } from '/static/sent.js';

const TITLE = 'NMO Bot';
const KEY = 'officer';
const nonce = document.querySelector('script[nonce]').nonce;
const night = matchMedia('(prefers-color-scheme: dark)');
const narrow = matchMedia('(max-width: 520px)');
const find = (id) => document.getElementById(id);

const IDEAS = [
  { label: 'Find an order', begin: 'any nmo on ', for: /response|neighbourhood|supervisor|liaison|orders desk/ },
  { label: 'Record a breach', say: 'record a breach', for: /response|neighbourhood|supervisor/ },
  { label: 'Contacts due', say: 'what contacts are due', for: /liaison|supervisor/ },
  { label: 'What can I do here?', say: 'help' },
];

let people = [];
let talk = null;
let unread = 0;

async function begin() {
  if (!window.WebChat) return plainly('The chat component is not installed on this machine. Run: make setup');
  try {
    people = await (await fetch('/directline/people')).json();
  } catch {
    return plainly('The bot does not answer. Start it with: make run. Then load this page again.');
  }
  list();
  const wanted = new URLSearchParams(location.hash.slice(1)).get(KEY) ?? sessionStorage.getItem(KEY);
  const person = people.find(({ id }) => id === wanted);
  return person ? open(person) : ask(false);
}

function plainly(words) {
  const line = Object.assign(document.createElement('p'), { className: 'plain', textContent: words });
  line.setAttribute('role', 'alert');
  find('main').append(line);
}

function list() {
  find('people').replaceChildren(...people.map((person) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'person' });
    button.dataset.officer = person.id;
    button.append(part('name', person.name), part('roles', roles(person)), part('does', person.does));
    button.addEventListener('click', () => open(person));
    const item = document.createElement('li');
    item.append(button);
    return item;
  }));
}

const part = (className, textContent) => Object.assign(document.createElement('span'), { className, textContent });
const roles = (person) => person.roles.join(', ');

function ask(move) {
  talk?.line.end();
  talk = null;
  sessionStorage.removeItem(KEY);
  history.replaceState(null, '', location.pathname);
  show('choose');
  notice('');
  find('who').textContent = 'Non-molestation orders';
  document.title = `Who are you? – ${TITLE}`;
  if (move) find('question').focus();
}

function open(person) {
  sessionStorage.setItem(KEY, person.id);
  talk = { person, line: new Line(person.id, { stands: heard, unsent, history: showNewest }), store: window.WebChat.createStore({}, afterPress) };
  const { line } = talk;
  line.activity$.subscribe((activity) => count(activity));
  show('chat');
  find('who').textContent = `You are ${person.name} (${roles(person)})`;
  unread = 0;
  entitle();
  ideas(person);
  draw();
  focusBox();
}

function show(name) {
  find('choose').hidden = name !== 'choose';
  find('chat').hidden = name !== 'chat';
  find('change').hidden = name !== 'chat';
  document.body.dataset.showing = name;
}

function draw() {
  if (!talk) return;
  const old = find('webchat');
  const fresh = old.dataset.officer === talk.person.id ? old : Object.assign(document.createElement('div'), { id: 'webchat' });
  if (fresh !== old) {
    old.replaceWith(fresh);
    watchBelow(fresh);
  }
  fresh.dataset.officer = talk.person.id;
  window.WebChat.renderWebChat({
    directLine: talk.line, store: talk.store, cardActionMiddleware: opening, userID: talk.person.id, username: talk.person.name, locale: 'en-GB', nonce, activityStatusMiddleware: statusInBritish,
    attachmentMiddleware: plainWhenNotDrawn(hostConfig(night.matches)), scrollToEndButtonMiddleware: pill,
    styleOptions: styleOptions(night.matches, narrow.matches), adaptiveCardsHostConfig: hostConfig(night.matches),
    overrideLocalizedStrings: (strings) => ({ ...strings, TEXT_INPUT_PLACEHOLDER: 'Type a name or a question', TEXT_INPUT_SEND_BUTTON_ALT: 'Send your message'}),
  }, fresh);
}

// The link to a paper is made at the press and lives a minute; a window opened any later than the press is blocked.
const opening = () => (next) => (request) => {
  const { type, value } = request.cardAction;
  if (type === 'openUrl' && value.startsWith('/papers/')) return openPaper(value);
  return type === 'openUrl' && value.startsWith('/files/') ? saveFile(value) : next(request);
};

async function openPaper(path) {
  const paper = window.open('', '_blank');
  try {
    const { url } = await talk.line.call('POST', path, {});
    paper.opener = null;
    paper.location.replace(url);
  } catch (fault) {
    paper?.close();
    notice(fault.words ?? 'The order could not be opened. Try again.');
  }
}

// Fetched with the token and handed to the browser's own saving, so that a refusal is words on this page and no file.
async function saveFile(path) {
  try {
    const { name, blob } = await talk.line.call('POST', path, {}, asFile);
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  } catch (fault) {
    notice(fault.words ?? 'The file could not be made. Try again.');
  }
}

const asFile = async (answer) => ({ name: answer.headers.get('Content-Disposition').split('"')[1], blob: await answer.blob() });

function ideas(person) {
  const fitting = IDEAS.filter((idea) => !idea.for || idea.for.test(roles(person)));
  find('ideas').replaceChildren(...fitting.map((idea) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: idea.label });
    button.addEventListener('click', () => use(idea));
    return button;
  }));
}

function use({ begin: text, say }) {
  talk.store.dispatch(say ? { type: 'WEB_CHAT/SEND_MESSAGE', payload: { text: say, method: 'keyboard' } }
    : { type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } });
  focusBox();
}

const LOST = 'Connection lost. What you typed is not sent until you press Retry, or its time stands under it. Trying again by itself; nothing you were sent is lost.';
const NOT_YET = 'That press has not reached the bot: there is no connection. Trying again for some seconds.';
const NOT_DONE = 'That press may not have reached the bot. When the connection is back, read the last answer, then press again.';
const pill = wayDown(focusBoxUnlessTouched);

let warning = 0;
function heard(stands) {
  if (stands) return notice('');
  // A server that restarts is back before anybody needs to be told, and nobody is told twice.
  if (find('notice').textContent === '') warning ||= setTimeout(() => notice(LOST), 1200);
}

// A press shows nothing on the page by itself, so its fate is said; of what was typed Web Chat says it beside the words.
function unsent(activity, fault, trying) {
  if (!activity.text) notice(trying ? NOT_YET : fault.words ?? NOT_DONE);
  else if (!fault.status) notice(LOST);
}

function notice(words) {
  clearTimeout(warning);
  warning = 0;
  find('notice').textContent = words;
}

function count(activity) {
  if (!document.hidden || activity.type !== 'message' || activity.from?.role === 'user') return;
  unread += 1;
  entitle();
}

function entitle() {
  if (talk) document.title = `${unread ? `(${unread}) ` : ''}${talk.person.name} – ${TITLE}`;
}

document.addEventListener('visibilitychange', () => { if (!document.hidden) { unread = 0; entitle(); } });
night.addEventListener('change', draw);
narrow.addEventListener('change', draw);
find('change').addEventListener('click', () => ask(true));
begin();
