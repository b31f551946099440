// A card that Web Chat would refuse to draw leaves an empty bubble: its words are shown instead.

const KEPT = ['title', 'text', 'label', 'value'];

// Every list of buttons counts for itself: a card's own, and each ActionSet.
const overfull = (part, most) => typeof part === 'object' && part !== null
  && ((Array.isArray(part.actions) && part.actions.length > most) || Object.values(part).some((inner) => overfull(inner, most)));

function words(part) {
  if (Array.isArray(part)) return part.flatMap(words);
  if (typeof part !== 'object' || part === null) return [];
  const own = KEPT.filter((key) => typeof part[key] === 'string' && !String(part.type).startsWith('Input.Choice')).map((key) => part[key]);
  return [...own, ...['body', 'items', 'columns', 'facts', 'choices', 'actions'].flatMap((key) => words(part[key]))];
}

export const plainWhenNotDrawn = ({ actions: { maxActions } }) => () => (next) => (request) => {
  const { contentType, content } = request.attachment;
  if (contentType !== 'application/vnd.microsoft.card.adaptive' || !overfull(content, maxActions)) return next(request);
  const said = ['This card has more buttons than can be shown here. Its words:', ...words(content)].map((line) => line.replace(/\\(?=[^\w\s])/g, ''));
  return next({ ...request, attachment: { contentType: 'text/plain', content: said.join('\n') } });
};
