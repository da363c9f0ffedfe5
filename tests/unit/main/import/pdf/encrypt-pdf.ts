import { createHash } from "node:crypto";
import { assemble } from "./make-pdf";

const PADDING = Uint8Array.from(
  "28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A".match(
    /../gu,
  ) ?? [],
  (pair) => parseInt(pair, 16),
);
const ID = new Uint8Array(16).fill(7);
const PERMISSIONS = -4;

/** A page of one line, locked with a password as PDF 1.1 does (standard handler, revision 2: RC4 of 40 bits). */
export function makeEncryptedPdf(text: string, password: string): Uint8Array {
  const padded = pad(password);
  const owner = rc4(md5(padded).subarray(0, 5), padded);
  const permissions = new Uint8Array(new Int32Array([PERMISSIONS]).buffer);
  const key = md5(padded, owner, permissions, ID).subarray(0, 5);
  const user = rc4(key, PADDING);
  const stream = `BT /F 11 Tf 72 700 Td (${text}) Tj ET`;
  const contents = rc4(objectKey(key, 4), latin(stream));
  return assemble(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
      `<< /Length ${contents.length} >>\nstream\n${letters(contents)}\nendstream`,
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ],
    `/Root 1 0 R /ID [<${hex(ID)}> <${hex(ID)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${hex(owner)}> /U <${hex(user)}> /P ${PERMISSIONS} >>`,
  );
}

/** The key of one object: the file's key with the object's number and generation. */
function objectKey(key: Uint8Array, object: number): Uint8Array {
  return md5(key, Uint8Array.of(object, 0, 0, 0, 0)).subarray(0, 10);
}

function pad(password: string): Uint8Array {
  return Uint8Array.from([...latin(password), ...PADDING]).subarray(0, 32);
}

function md5(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash("md5");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** RC4, which newer OpenSSL leaves out. */
function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const at = (index: number): number => state[index & 255] as number;
  const swap = (a: number, b: number): void => {
    [state[a & 255], state[b & 255]] = [at(b), at(a)];
  };
  let j = 0;
  for (let i = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  let i = 0;
  j = 0;
  return bytes.map((byte) => {
    i = (i + 1) & 255;
    j = (j + at(i)) & 255;
    swap(i, j);
    return byte ^ at(at(i) + at(j));
  });
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function letters(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
