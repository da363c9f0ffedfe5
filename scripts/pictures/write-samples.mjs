import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Writes a few texts of our own to be imported for the pictures. `run` is put into them, so that each run brings new
 * ones. Gives their paths.
 *
 * @param {string} folder
 * @param {number} run
 */
export async function writeSamples(folder, run) {
  await mkdir(folder, { recursive: true });
  const files = {
    "the seventh signature.html": page(run),
    "minutes of the council.md": minutes(run),
    "minutes of the council, copy.md": minutes(run),
    "telegram from the mission.txt": telegram(run),
    "scan of a letter.pdf": "%PDF-1.4\nThis file breaks off here.",
  };
  const paths = [];
  for (const [name, text] of Object.entries(files)) {
    paths.push(join(folder, name));
    await writeFile(join(folder, name), text);
  }
  return paths;
}

/** @param {number} run */
function page(run) {
  return `<!doctype html>
<html lang="en"><head><title>The seventh signature</title>
<meta name="author" content="Ada Example"><meta property="article:published_time" content="2009-09-18"></head>
<body><article><h1>The seventh signature</h1>
<p>Five of the seven signed in June. The sixth asked for a day to think, and the seventh sent no one at all.<sup><a href="#n1" id="r1">1</a></sup> What a missing signature means is a question that the text itself does not answer, and that those who were in the room answered in three ways.</p>
<h2>What was agreed</h2>
<p>The agreement had <em>four</em> articles and an annex. It named the forces that each side would hold ready, and left open who could call them.</p>
<table><tr><th>Article</th><th>Subject</th><th>Signed by</th></tr>
<tr><td>1</td><td>Forces held ready</td><td>five</td></tr>
<tr><td>2</td><td>Who may call them</td><td>four</td></tr>
<tr><td>3</td><td>Costs</td><td>five</td></tr></table>
<h2>What was not</h2>
<blockquote><p>Nothing in this agreement binds a party that has not deposited its instrument, and nothing in it speaks of the day on which it will.</p></blockquote>
<p>The annex was read aloud and not voted on; this is copy ${run} of the report. The chair thanked the delegations and closed the sitting at a quarter past five, and the text was sent to the capitals the same night.</p>
<p id="n1"><a href="#r1">1</a> The seat was kept with its name card and a glass of water.</p>
</article></body></html>`;
}

/** @param {number} run */
function minutes(run) {
  return `---
title: Minutes of the council
creators: [Ben Sample]
date: 2009-06-14
tags: [minutes, forces]
---

# Minutes of the council

The chair opened sitting ${run} at ten. Six delegations were present and one was awaited.

1. The forces held ready
2. The costs of holding them
3. Any other business

The delegations agreed on the first, divided on the second and had nothing to say on the third.
`;
}

/** @param {number} run */
function telegram(run) {
  return `Telegram from the mission, number ${run}

The delegation that was awaited did not come. No reason was given, and the chair asked for none.

We read its absence as a wish to be asked again, and not as a refusal.
`;
}
