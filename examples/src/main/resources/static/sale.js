'use strict';

const POLL_EVERY = 500;
const GIVE_UP_AFTER = 10_000;
const CROWD = 2000;

const element = id => document.getElementById(id);
const number = new Intl.NumberFormat('en');
const plural = (count, one, many) => `${number.format(count)} ${count === 1 ? one : many}`;

let sale = null;
let polling = false;

/** What the server refuses, in its own words; `status` is 0 when it did not answer at all. */
class Problem extends Error {
  constructor(status, title, detail) {
    super(title);
    this.status = status;
    this.detail = detail;
  }
}

async function ask(path, method = 'GET', body = undefined) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: body ? { 'Content-Type': 'application/json' } : {},
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(GIVE_UP_AFTER),
    });
  } catch {
    throw new Problem(0, 'The application does not answer.', 'The application does not answer; it may have been stopped.');
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new Problem(response.status, `${answer.title ?? 'The application failed'}.`, answer.detail ?? `HTTP ${response.status}`);
  }
  return answer;
}

function showTrouble(problem) {
  const away = problem.status === 0 || problem.status >= 500;
  setText('trouble-title', problem.message);
  setText('trouble-detail', away ? 'The figures are the last ones known. This page looks again by itself.' : problem.detail);
  element('trouble').hidden = false;
  element('figures-of-stock').classList.add('stale');
}

function showAnswer(target, text, kind = '') {
  target.textContent = text;
  target.className = `answer ${kind}`;
}

/** What became of a request is said where it was made; whether the service is there at all is found out by polling. */
function showProblem(target, problem) {
  showAnswer(target, problem.detail, 'bad');
}

function setText(id, text) {
  const target = element(id);
  if (target.textContent !== text) {
    target.textContent = text;
  }
}

function showStatus(status) {
  const percent = status.opening === 0 ? 0 : Math.round(100 * status.remaining / status.opening);
  setText('remaining', number.format(status.remaining));
  setText('opening', number.format(status.opening));
  setText('sold', number.format(status.sold));
  setText('buyers', plural(status.buyers, 'buyer', 'buyers'));
  element('bar').setAttribute('aria-valuenow', percent);
  element('bar').firstElementChild.style.width = `${percent}%`;
  element('trouble').hidden = true;
  element('figures-of-stock').classList.remove('stale');
}

async function poll() {
  if (polling || document.hidden) {
    return;
  }
  polling = true;
  try {
    if (!sale) {
      await introduce();
    }
    showStatus(await ask(sale));
  } catch (problem) {
    showTrouble(problem);
  } finally {
    polling = false;
  }
}

async function introduce() {
  const about = await ask('api/about');
  sale = `api/sales/${encodeURIComponent(about.sku)}`;
  element('redis').textContent = about.redis;
  highlight(element('declaration'), about.declaration, /\/\*[\s\S]*?\*\/|\/\/.*/, /\b(?:package|import|public|interface|record|enum|void|int|long)\b|@\w+/);
  highlight(element('script'), about.script, /--.*/, /\b(?:local|if|not|then|return|end|for|in|do)\b/);
}

function highlight(target, text, comment, keyword) {
  const string = /"[^"\n]*"|'[^'\n]*'/;
  const token = new RegExp(`(${comment.source})|(${string.source})|(${keyword.source})`, 'g');
  let from = 0;
  const parts = [];
  for (const match of text.matchAll(token)) {
    const span = document.createElement('span');
    span.className = match[1] ? 'c' : match[2] ? 's' : 'k';
    span.textContent = match[0];
    parts.push(text.slice(from, match.index), span);
    from = match.index + match[0].length;
  }
  target.replaceChildren(...parts, text.slice(from));
}

async function whileBusy(button, action) {
  button.disabled = true;
  try {
    await action();
  } finally {
    button.disabled = false;
  }
}

const ANSWERS = {
  SOLD: ['Sold. One moon lamp is yours.', 'good'],
  ALREADY_BOUGHT: ['You have one already, and it is one per buyer.', ''],
  SOLD_OUT: ['Sold out. Open a new sale to go on.', 'bad'],
};

element('buy').addEventListener('submit', event => {
  event.preventDefault();
  whileBusy(event.submitter ?? event.target.querySelector('button'), async () => {
    try {
      const purchase = await ask(`${sale}/purchases`, 'POST', { buyer: element('buyer').value, quantity: 1 });
      showAnswer(element('bought'), ...ANSWERS[purchase.outcome]);
    } catch (problem) {
      showProblem(element('bought'), problem);
    }
    await poll();
  });
});

element('open').addEventListener('submit', event => {
  event.preventDefault();
  whileBusy(event.submitter ?? event.target.querySelector('button'), async () => {
    try {
      showStatus(await ask(sale, 'PUT', { quantity: element('quantity').valueAsNumber }));
      showAnswer(element('bought'), 'A new sale is open. Nobody has bought yet.');
      showAnswer(element('stampede-state'), '');
      element('figures').hidden = true;
      element('audit').hidden = true;
    } catch (problem) {
      showProblem(element('bought'), problem);
    }
  });
});

element('stampede').addEventListener('click', event => {
  whileBusy(event.currentTarget, async () => {
    showAnswer(element('stampede-state'), `${number.format(CROWD)} buyers are on their way …`);
    try {
      showStampede(await ask(`${sale}/stampede`, 'POST', { buyers: CROWD }));
    } catch (problem) {
      showProblem(element('stampede-state'), problem);
    }
  });
});

function showStampede(result) {
  showAnswer(element('stampede-state'), '');
  element('f-sold').textContent = number.format(result.sold);
  element('f-refused').textContent = number.format(result.refused);
  element('f-time').textContent = `${number.format(result.millis)} ms`;
  element('f-rate').textContent = number.format(result.callsPerSecond);
  element('figures').hidden = false;
  const { opening, remaining, sold } = result.after;
  const sum = `${number.format(sold)} sold + ${number.format(remaining)} left`;
  const fits = sold + remaining === opening && remaining >= 0;
  element('audit').textContent = fits
    ? `Nothing was oversold: ${sum} = ${number.format(opening)} at the opening, counted in Redis.`
    : `This does not add up: ${sum}, but ${number.format(opening)} at the opening.`;
  element('audit').className = fits ? 'audit' : 'audit bad';
  element('audit').hidden = false;
  showStatus(result.after);
}

element('buyer').value = `you-${Math.random().toString(36).slice(2, 6)}`;
document.addEventListener('visibilitychange', poll);
setInterval(poll, POLL_EVERY);
poll();
