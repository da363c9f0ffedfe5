/** Raise it whenever tables or analysis change: an older file is then built anew. */
export const INDEX_VERSION = 7;

/**
 * Postings hold stems only, one a word, so that positions are word numbers; the tokeniser takes them as they come: the
 * words were cut by our own rules. FTS5 gathers 4 MB of postings before it writes them: of 1 MB it wrote and joined four
 * times as many pieces. Beside them stand the passages themselves, which are too many for the memory.
 */
export const SCHEMA = `
  create virtual table posting using fts5(title, body, names, tags,
    content='', contentless_delete=1, prefix='3', tokenize="ascii tokenchars '_'");
  insert into posting(posting, rank) values('hashsize', 4194304);
  create virtual table posting_word using fts5vocab(posting, 'row');
  create virtual table posting_instance using fts5vocab(posting, 'instance');
  create virtual table name using fts5(title,
    content='', contentless_delete=1, prefix='1 2 3', tokenize='ascii');
  create table document(doc integer primary key, key text not null unique, fingerprint text not null, kind text not null,
    id text not null, item text, title text not null, detail text, tags text not null, shown_only integer not null,
    language text, analysis text not null, date text, first_day text, last_day text);
  create index document_item on document(item);
  create table part(row integer primary key, doc integer not null, part integer not null,
    start integer not null, words integer not null, heading text not null, passage text not null);
  create index part_doc on part(doc, part, words);
  create table named(row integer primary key, doc integer not null, start integer, title text not null);
  create index named_doc on named(doc);
  create table tagged(tag text not null, doc integer not null, primary key(tag, doc)) without rowid;
  create index tagged_doc on tagged(doc);
  create table link(token text not null, doc integer not null, primary key(token, doc)) without rowid;
  create index link_doc on link(doc);
  create table evidence(doc integer not null, item text not null, exact text not null);
  create index evidence_doc on evidence(doc);
  create table analysis(code text primary key) without rowid;
  create table word(word text primary key) without rowid;
  pragma user_version=${INDEX_VERSION};
`;
