import { describe, expect, it } from "vitest";
import { buildEpub } from "./build-epub";
import { readBook, refusalOf } from "./read-book";

const encryption = (algorithm: string, more = ""): string =>
  `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#">
  <enc:EncryptedData>${more}<enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="OEBPS/x"/></enc:CipherData></enc:EncryptedData></encryption>`;
const rights = (key: string): string =>
  `<adept:rights xmlns:adept="http://ns.adobe.com/adept"><licenseToken><encryptedKey>${key}</encryptedKey></licenseToken></adept:rights>`;
const AES = "http://www.w3.org/2001/04/xmlenc#aes128-cbc";

const LOCKED: readonly (readonly [string, Record<string, string>])[] = [
  [
    "Adobe ADEPT",
    {
      "rights.xml": rights("A".repeat(172)),
      "encryption.xml": encryption(AES),
    },
  ],
  [
    "Adobe ADEPT",
    {
      "encryption.xml": encryption(
        AES,
        '<resource xmlns="http://ns.adobe.com/adept">urn:uuid:1</resource>',
      ),
    },
  ],
  [
    "Barnes & Noble",
    { "rights.xml": rights("A".repeat(64)), "encryption.xml": encryption(AES) },
  ],
  ["Readium LCP", { "license.lcpl": "{}", "encryption.xml": encryption(AES) }],
  [
    "Readium LCP",
    {
      "encryption.xml": encryption(
        AES,
        '<KeyInfo><RetrievalMethod Type="http://readium.org/2014/01/lcp#EncryptedContentKey"/></KeyInfo>',
      ),
    },
  ],
  ["Apple FairPlay", { "sinf.xml": "<fairplay:sinf/>" }],
  [
    "Apple FairPlay",
    { "encryption.xml": encryption("http://itunes.apple.com/dataenc") },
  ],
  ["Kobo", { "rights.xml": "<kdrm><kobo/></kdrm>" }],
  [
    "Marlin",
    {
      "encryption.xml": encryption(
        AES,
        '<KeyInfo Type="http://marlin-drm.com/epub/1.0"/>',
      ),
    },
  ],
  [`unknown (${AES})`, { "encryption.xml": encryption(AES) }],
  ["unknown (rights.xml)", { "rights.xml": "<rights/>" }],
];

describe("a book that is locked", () => {
  it.each(LOCKED)(
    "is refused by the name of its lock: %s",
    async (name, files) => {
      const others = Object.fromEntries(
        Object.entries(files).map(([file, data]) => [`META-INF/${file}`, data]),
      );
      const bytes = buildEpub(["<p>a</p>"], { others });
      expect(await refusalOf(bytes)).toEqual({
        code: "drm-protected",
        detail: name,
      });
    },
  );
});

describe("a book that is not locked", () => {
  it.each([
    [
      "whose fonts are obfuscated",
      encryption("http://www.idpf.org/2008/embedding"),
    ],
    [
      "whose fonts are obfuscated in Adobe's way",
      encryption("http://ns.adobe.com/pdf/enc#RC"),
    ],
    ["that encrypts nothing", "<encryption/>"],
    ["whose list of what is encrypted is broken", "<encryption"],
  ])("is read: one %s", async (_, xml) => {
    const bytes = buildEpub(["<p>a</p>"], {
      others: { "META-INF/encryption.xml": xml },
    });
    expect((await readBook(bytes)).structured.text).toBe("a");
  });
});
