// The line to the bot: Direct Line 3.0, with a token and a stream that mend themselves, in the shape that Web Chat expects.

const ONLINE = 2;
const ENDED = 5;
const SOONEST = 400;
const LATEST = 8000;
const PATIENCE = 18000;
// A role that does not include something is no token that has run out: a new one does not mend it.
const NOT_ALLOWED = 'NotAllowed';

class Stream {
  // Web Chat subscribes in several steps, so whoever comes later hears what came before.
  constructor() { this.past = []; this.observers = new Set(); }
  say(value) { this.past.push(value); for (const observer of [...this.observers]) observer.next?.(value); }
  // In the place of what has the same id, also for whoever comes later.
  replace(value) {
    this.past = this.past.map((old) => (old.id === value.id ? value : old));
    for (const observer of [...this.observers]) observer.next?.(value);
  }
  subscribe(next) {
    const observer = typeof next === 'function' ? { next } : next;
    this.observers.add(observer);
    for (const value of [...this.past]) observer.next?.(value);
    return { unsubscribe: () => this.observers.delete(observer) };
  }
}

// An officer's own words are no Markdown: two stars are two stars.
const asTyped = (activity) => (activity.from?.role === 'user' ? { ...activity, textFormat: 'plain' } : activity);

// What is shown for a while only, once that is over: nothing of it is left on the page.
const takenAway = ({ id, type, timestamp, from, conversation }) => (
  { id, type, timestamp, from, conversation, text: 'Shown for a minute, and taken away.', textFormat: 'plain' });

// Of cards that follow each other the last alone is to be filled in: of the one before it a line is left.
const goneOn = ({ id, type, timestamp, from, conversation, channelData: { step } }) => (
  { id, type, timestamp, from, conversation, text: step.done, textFormat: 'plain' });

// A PDF goes as a file, with what tells the server that it was sent twice.
const asForm = async ({ type, channelData, attachments }) => {
  const form = new FormData();
  form.append('activity', new Blob([JSON.stringify({ type, channelData })], { type: 'application/vnd.microsoft.activity' }));
  for (const { contentUrl, name } of attachments) form.append('file', await (await fetch(contentUrl)).blob(), name);
  return form;
};

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export class Line {
  // `stands` hears true when the line stands and false when it is lost; `unsent` hears of what has not gone out, and whether it is still tried;
  // `history` is called when what was said before has come, and what it returns when more comes.
  constructor(officer, { stands, unsent, history }) {
    this.officer = officer;
    this.told = stands;
    this.unsent = unsent;
    this.history = history;
    this.activity$ = new Stream();
    this.connectionStatus$ = new Stream();
    this.watermark = '';
    this.seen = new Set();
    this.passing = new Map();
    this.steps = new Map();
    this.wait = SOONEST;
    this.ended = false;
    // A laptop that slept has slept through its timers: what was to go meanwhile goes when it wakes.
    this.soon = () => { this.hurry?.(); this.takeAway(); };
    addEventListener('online', this.soon);
    document.addEventListener('visibilitychange', this.soon);
    this.connectionStatus$.say(ONLINE);
    this.keep();
  }

  postActivity(activity) {
    return { subscribe: (observer) => {
      this.send(activity).then((id) => { observer.next(id); observer.complete?.(); }, (fault) => observer.error?.(fault));
      return { unsubscribe() {} };
    } };
  }

  end() {
    this.ended = true;
    removeEventListener('online', this.soon);
    document.removeEventListener('visibilitychange', this.soon);
    this.socket?.close();
    this.hurry?.();
    this.connectionStatus$.say(ENDED);
  }

  async keep() {
    while (!this.ended) {
      const opened = await this.listen().catch(() => false);
      if (this.ended) return;
      this.told(false);
      if (opened) this.wait = SOONEST;
      await Promise.race([pause(this.wait), new Promise((resolve) => { this.hurry = resolve; })]);
      this.wait = Math.min(this.wait * 2, LATEST);
    }
  }

  // Resolves when the stream has ended: true if it had stood.
  async listen() {
    const { streamUrl } = await this.open();
    return new Promise((resolve) => {
      let stood = false;
      const socket = this.socket = new WebSocket(streamUrl);
      if (this.ended) socket.close();
      socket.onopen = () => { stood = true; this.told(true); };
      socket.onmessage = ({ data }) => this.take(JSON.parse(data));
      // Empty frames let the browser notice a line that was cut without a word.
      const beat = setInterval(() => { this.takeAway(); if (socket.readyState === WebSocket.OPEN) socket.send(''); }, 20000);
      socket.onclose = () => { clearInterval(beat); resolve(stood); };
    });
  }

  async open() {
    if (!this.conversation) {
      const begun = await this.call('POST', '/conversations', {});
      this.conversation = begun.conversationId;
      return begun;
    }
    return this.call('GET', `/conversations/${this.conversation}?watermark=${this.watermark}`);
  }

  take({ activities, watermark }) {
    const first = !this.seen.size && activities.length > 0;
    if (watermark) this.watermark = watermark;
    for (const activity of activities) {
      if (this.seen.has(activity.id)) continue;
      this.seen.add(activity.id);
      this.activity$.say(asTyped(activity));
      const { shownFor, step } = activity.channelData ?? {};
      if (step) this.goOn(activity, step.of);
      if (shownFor === undefined) continue;
      this.passing.set(activity, Date.now() + shownFor);
      setTimeout(() => this.takeAway(), shownFor + 50);
    }
    if (first) this.settle = this.history();
    else if (activities.length) this.settle?.();
  }

  goOn(activity, of) {
    const before = this.steps.get(of);
    this.steps.set(of, activity);
    if (before) this.activity$.replace(goneOn(before));
  }

  takeAway() {
    for (const [activity, until] of [...this.passing]) {
      if (Date.now() < until) continue;
      this.passing.delete(activity);
      this.activity$.replace(takenAway(activity));
    }
  }

  // The server knows a message sent twice by its clientActivityID, so trying again is safe.
  async send(activity) {
    const until = Date.now() + PATIENCE;
    for (;;) {
      try {
        if (!this.conversation) throw new Error('The conversation is not open yet');
        const files = activity.attachments?.length ? await asForm(activity) : null;
        const { id } = await this.call('POST', `/conversations/${this.conversation}/${files ? 'upload' : 'activities'}`, files ?? activity);
        this.told(true);
        return id;
      } catch (fault) {
        const trying = !fault.status && Date.now() <= until;
        this.unsent(activity, fault, trying);
        if (!trying) throw fault;
        await pause(SOONEST * 2);
      }
    }
  }

  // `read` makes of an answer what the caller wants of it.
  async call(method, path, body, read) {
    this.token ??= await this.generate();
    try {
      return await this.fetch(method, path, body, this.token, read);
    } catch (fault) {
      if ((fault.status !== 401 && fault.status !== 403) || fault.code === NOT_ALLOWED) throw fault;
      // The laptop slept longer than the token lives, or the server began anew.
      this.token = await this.generate();
      return this.fetch(method, path, body, this.token, read);
    }
  }

  async generate() {
    return (await this.fetch('POST', '/tokens/generate', { user: { id: this.officer } })).token;
  }

  async fetch(method, path, body, token, read = (answer) => answer.json()) {
    const files = body instanceof FormData;
    const headers = { ...(body && !files && { 'Content-Type': 'application/json' }), ...(token && { Authorization: `Bearer ${token}` }) };
    const answer = await fetch(`/directline${path}`, { method, headers, body: files ? body : body && JSON.stringify(body) });
    if (!answer.ok) {
      const { code, message: words } = (await answer.json().catch(() => null))?.error ?? {};
      throw Object.assign(new Error(`The server answered ${answer.status}`), { status: answer.status, code, words });
    }
    const said = await read(answer);
    if (said.token) this.token = said.token;
    return said;
  }
}
