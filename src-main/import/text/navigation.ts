import type { Line } from "./lines";

/** The lines of a text without what a page had around it, and what went. */
export interface TrimmedLines {
  readonly lines: readonly Line[];
  readonly dropped: readonly string[];
}

const WHAT = "(?: (?:this )?(?:post|page|article|story|entry|item))?";
/** Lines that only a page's frame says. Each must be the whole line. */
const SURE: readonly RegExp[] = [
  /^bookmark\b(?=.*\b(?:this|post|page|article|with)\b).{0,80}$/iu,
  /^(?:share|save|tweet|e-?mail|print|like|pin|send)(?:[\s:,|+&/•·]*(?:share|this|on|via|with|it|to|article|post|page|story|facebook|twitter|x|linkedin|whatsapp|reddit|e-?mail|print|save|tweet|and|or|a|friend|by|link|copy))+\s*[:.]?$/iu,
  /^share:?$/iu,
  new RegExp(
    `^(?:printer|print)[- ]friendly(?: version| page| and pdf)?$|^(?:print|email|e-mail|save|rate|cite)${WHAT}$|^send (?:by|to) .{1,25}$|^(?:view as |download (?:as )?)?pdf(?: version)?$|^(?:text|font) size\\b.{0,20}$`,
    "iu",
  ),
  /^(?:read|see|learn|view|show|load) more(?: (?:about|from|on|at) .{1,60})?[\s.…»›>→]*$/iu,
  /^continue reading\b.{0,60}$|^read (?:the )?(?:full|whole|original|entire) (?:article|story|post|text)\b.{0,40}$/iu,
  /^(?:log|sign) ?in (?:or|\/) ?(?:register|sign ?up|join|subscribe)\b.{0,60}$|^(?:log|sign) ?in to (?:post|comment|reply|add|leave|continue)\b.{0,40}$|^you must be logged in\b.{0,60}$/iu,
  /^(?:add|post|leave|write|submit) (?:a |an |your )?(?:new )?(?:comment|reply|response)s?\b.{0,20}$/iu,
  /^(?:no|\d+) (?:comments?|responses?|replies|shares|views|reads|likes|retweets)(?: (?:so far|yet))?$|^comments? (?:are |is )?(?:closed|off|disabled)\.?$|^(?:view|show|hide|read|see) (?:all )?(?:\d+ )?comments?$/iu,
  /^(?:follow|like|find|join) us (?:on|at) .{1,60}$|^subscribe (?:to|now|here|via|today|for)\b.{0,60}$|^sign up (?:for|to|now|here)\b.{0,80}$/iu,
  /^(?:back|go|return) to (?:the )?(?:top|home|main page|homepage|index)\b.{0,10}$|^skip to .{1,30}$/iu,
  /^[-–—\s[(]*(?:advertisements?|sponsored(?: content| links?)?|story continues below(?: advertisement)?)[-–—\s\])]*$/iu,
  /^(?:[«‹<←]+\s*)?(?:previous|prev|next|older|newer) (?:post|article|story|page|entry|entries|posts)(?:\s*[»›>→]+)?$|^[«‹←]+\s*(?:previous|prev|back|older)$|^(?:next|newer)\s*[»›→]+$/iu,
  /^(?:home|you are here:?)\s*(?:[»›>|/→•·]|::)\s*\S.{0,120}$/iu,
  /^(?:this|our) (?:web)?site uses cookies\b.{0,200}$|^we use cookies\b.{0,200}$|^(?:accept|reject) (?:all )?cookies$/iu,
];
/** Heads of a list of links; what follows them to the end of the text are links. */
const LINKS_FOLLOW =
  /^(?:related|recommended|popular|trending|most (?:read|viewed|popular|e-?mailed|shared|commented)|latest|recent|similar|more|other|top) (?:articles?|stories|posts?|content|news|headlines|items?|links?|reading|topics|coverage|entries)\s*:?$|^(?:related|see also|read also|also read|read next|up next|you (?:may|might) also (?:like|enjoy)|more (?:from|in) .{1,40})\s*:?$/iu;
/** Lines that may as well be words of the text: they go only beside lines that are sure. */
const POSSIBLE =
  /^(?:re)?tweet(?: this)?$|^(?:facebook|twitter|google\+?|google bookmarks|google buzz|linkedin|whatsapp|telegram|pinterest|tumblr|reddit|digg(?: it| this)?|delicious|del\.icio\.us|technorati|stumbleupon|newsvine|fark|slashdot|mixx|myspace|yahoo!?(?: ?(?:buzz|myweb))?|addthis|sharethis|instagram|youtube|vkontakte|odnoklassniki|x|rss(?: feed)?|e-?mail|print|pdf|share|save|like|send|search|menu|home|login|log ?in|log ?out|register|sign ?up|sign ?in|subscribe|donate|contact(?: us)?|about(?: us)?|comments?(?: \(\d+\))?|next|previous|more|reply|privacy(?: policy)?|terms(?: of (?:use|service))?|sitemap|site map|help|faq|archives?|tags?|top)$/iu;
const BAR = /\s*[|•·»›]\s*/u;
/** A frame says little in a line. */
const LONGEST = 220;
const HEAD_LINES = 12;
const TAIL_LINES = 25;

/**
 * Drops what is left of a page's navigation at the beginning and end of a text. Only lines that a frame says and a text
 * does not, and lists of links under their heads; each is told.
 */
export function dropNavigation(lines: readonly Line[]): TrimmedLines {
  const gone = new Set<number>();
  const tail = Math.max(0, lines.length - TAIL_LINES);
  lines.forEach(({ text }, index) => {
    const isAtEdge = index < HEAD_LINES || index >= tail;
    if (isAtEdge && (isSure(text) || isBar(text))) gone.add(index);
  });
  dropLinksAtEnd(lines, tail, gone);
  dropBeside(lines, gone);
  // A text that would vanish is no frame.
  if (gone.size === lines.length) return { lines, dropped: [] };
  return {
    lines: closeGaps(lines, gone),
    dropped: [...gone]
      .sort((a, b) => a - b)
      .map((index) => lines[index]?.text ?? ""),
  };
}

function isSure(text: string): boolean {
  return text.length <= LONGEST && SURE.some((pattern) => pattern.test(text));
}

/** Names of a site's sections in one line: three or more short ones between bars. */
function isBar(text: string): boolean {
  if (text.length > LONGEST) return false;
  const names = text.split(BAR).filter((name) => name !== "");
  return (
    names.length >= 4 &&
    names.every(
      (name) => name.split(" ").length <= 3 && !/[.?!\d]$/u.test(name),
    )
  );
}

function dropLinksAtEnd(
  lines: readonly Line[],
  tail: number,
  gone: Set<number>,
): void {
  const head = lines.findIndex(
    ({ text }, index) =>
      index >= tail && index > HEAD_LINES / 4 && LINKS_FOLLOW.test(text),
  );
  if (head < 0) return;
  const links = lines.slice(head + 1);
  const areLinks = links.every(
    ({ text }, index) =>
      gone.has(head + 1 + index) ||
      (text.length <= 110 && !/[.;:,]$/u.test(text)),
  );
  if (areLinks)
    for (let index = head; index < lines.length; index += 1) gone.add(index);
}

function dropBeside(lines: readonly Line[], gone: Set<number>): void {
  for (const start of [...gone])
    for (const step of [-1, 1])
      for (
        let at = start + step;
        at >= 0 && at < lines.length && !gone.has(at);
        at += step
      ) {
        if (!POSSIBLE.test(lines[at]?.text ?? "")) break;
        gone.add(at);
      }
}

function closeGaps(lines: readonly Line[], gone: ReadonlySet<number>): Line[] {
  const kept: Line[] = [];
  let gap = 0;
  lines.forEach((line, index) => {
    if (gone.has(index)) gap = Math.max(gap, line.gap, 1);
    else {
      kept.push(gap > line.gap ? { ...line, gap } : line);
      gap = 0;
    }
  });
  return kept;
}
