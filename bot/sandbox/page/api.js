// How the page talks to its server: JSON both ways, and one stream of news. The header marks requests of this page, so
// that no other site can make them.

class Refused extends Error {
  constructor(message, status, body) {
    super(message);
    this.status = status;
    this.body = body;
  }
}

const UNREACHABLE = "The sandbox does not answer. Is it still running in the terminal?";

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Refused(UNREACHABLE, 0, {});
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok || body.ok === false) throw new Refused(sentence(body, response.status), response.status, body);
  return body;
}

function sentence(body, status) {
  const said = body.error ?? body.message ?? body.text;
  return typeof said === "string" && said ? said : `The sandbox answered with status ${status}.`;
}

export const get = (path, query = {}) =>
  ask(`/api/${path}?${new URLSearchParams(query)}`, { headers: { Accept: "application/json" } });

export const post = (path, body = {}) =>
  ask(`/api/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Sandbox": "1" },
    body: JSON.stringify(body),
  });

// Opens the stream and keeps it open: `onOpen` runs each time it (re)connects, so that what was missed is fetched.
export function openStream(user, { onEvent, onOpen, onLost }) {
  let source = null;
  let timer = 0;
  let wait = 500;
  const connect = () => {
    source = new EventSource(`/api/stream?${new URLSearchParams({ as: user })}`);
    source.onopen = () => {
      wait = 500;
      onOpen();
    };
    source.onmessage = (event) => onEvent(JSON.parse(event.data));
    source.onerror = () => {
      source.close(); // the browser's own retry gives up on an HTTP error: ours never does
      onLost();
      timer = setTimeout(connect, wait);
      wait = Math.min(wait * 2, 5000);
    };
  };
  connect();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
