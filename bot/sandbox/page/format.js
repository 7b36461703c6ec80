// Times and sizes as the reader sees them: in the zone of the person acted as, by the sandbox's movable clock.

const cache = new Map();

function formatter(tz, options) {
  const key = tz + JSON.stringify(options);
  if (!cache.has(key)) cache.set(key, new Intl.DateTimeFormat("en-US", { timeZone: tz, ...options }));
  return cache.get(key);
}

const show = (seconds, tz, options) => formatter(tz, options).format(new Date(seconds * 1000));
const NUMERIC = { year: "numeric", month: "2-digit", day: "2-digit" };

export const seconds = (ts) => Number.parseFloat(ts);
export const timeOf = (at, tz) => show(at, tz, { hour: "numeric", minute: "2-digit" });
export const dayKey = (at, tz) => show(at, tz, NUMERIC);
export const fullTime = (at, tz) =>
  show(at, tz, { weekday: "long", month: "long", day: "numeric", year: "numeric", hour: "numeric", minute: "2-digit" });

function relative(at, now, tz) {
  const key = dayKey(at, tz);
  if (key === dayKey(now, tz)) return "today";
  if (key === dayKey(now - 86400, tz)) return "yesterday";
  return key === dayKey(now + 86400, tz) ? "tomorrow" : null;
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);
const yearIfOther = (at, now, tz) =>
  show(at, tz, { year: "numeric" }) === show(now, tz, { year: "numeric" }) ? {} : { year: "numeric" };

export function dayLabel(at, now, tz) {
  const word = relative(at, now, tz);
  if (word) return capital(word);
  return show(at, tz, { weekday: "long", month: "long", day: "numeric", ...yearIfOther(at, now, tz) });
}

// "today at 10:02 AM", "November 22 at 9:00 AM": for "last reply ..." and the hover of dates.
export function moment(at, now, tz) {
  const day = relative(at, now, tz) ?? show(at, tz, { month: "long", day: "numeric", ...yearIfOther(at, now, tz) });
  return `${day} at ${timeOf(at, tz)}`;
}

function ago(at, now) {
  const gap = Math.abs(now - at);
  const [size, unit] = [
    [86400, "day"],
    [3600, "hour"],
    [60, "minute"],
  ].find(([s]) => gap >= s) ?? [1, "second"];
  const count = Math.round(gap / size);
  const words = `${count} ${unit}${count === 1 ? "" : "s"}`;
  return at <= now ? `${words} ago` : `in ${words}`;
}

const DATE_TOKENS = {
  date_num: (at, now, tz) => {
    const [month, day, year] = dayKey(at, tz).split("/");
    return `${year}-${month}-${day}`;
  },
  date: (at, now, tz) => show(at, tz, { month: "long", day: "numeric", year: "numeric" }),
  date_short: (at, now, tz) => show(at, tz, { month: "short", day: "numeric", year: "numeric" }),
  date_long: (at, now, tz) => show(at, tz, { weekday: "long", month: "long", day: "numeric", year: "numeric" }),
  time: (at, now, tz) => timeOf(at, tz),
  time_secs: (at, now, tz) => show(at, tz, { hour: "numeric", minute: "2-digit", second: "2-digit" }),
  ago: (at, now) => ago(at, now),
};

// Slack's date tokens; "_pretty" says today, yesterday, tomorrow where they fit. An unknown token stays as typed.
export function slackDate(at, pattern, now, tz) {
  return pattern.replace(/\{([a-z_]+)\}/g, (whole, token) => {
    const plain = token.replace(/_pretty$/, "");
    const known = DATE_TOKENS[plain];
    if (!known) return whole;
    return (token !== plain && relative(at, now, tz)) || known(at, now, tz);
  });
}

export function byteSize(bytes) {
  if (!Number.isFinite(bytes)) return "";
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}

export const plural = (count, word, many = `${word}s`) => `${count} ${count === 1 ? word : many}`;
