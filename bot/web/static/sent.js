// When a message was sent, in British style and London time; Web Chat knows the American one alone.

const LONDON = { timeZone: 'Europe/London' };
const clock = new Intl.DateTimeFormat('en-GB', { ...LONDON, hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { ...LONDON, day: 'numeric', month: 'long' });

export function sentAt(timestamp, now = new Date()) {
  const at = new Date(timestamp);
  return day.format(at) === day.format(now) ? clock.format(at) : `${day.format(at)} at ${clock.format(at)}`;
}

// A middleware for Web Chat's line under a message: what is still being sent, or failed, stays as Web Chat says it.
export const statusInBritish = () => (next) => (status) => {
  const shown = next(status);
  const { activity, sendState } = status;
  if (!shown || !activity.timestamp || sendState === 'sending' || sendState === 'send failed') return shown;
  return part(shown, 'sent', [part(shown, 'unseen', 'Sent at '), sentAt(activity.timestamp)]);
};

// The bundle keeps React to itself, so an element is made after the one that Web Chat would have shown.
const part = (shown, className, children) => ({ ...shown, type: 'span', key: className, props: { className, children } });
