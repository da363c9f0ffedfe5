import { describe, expect, it } from "vitest";
import { missingIn, packagesFor } from "../../../scripts/system-libraries.mjs";

const debian12 = new Set(["libgtk-3-0", "libasound2", "libnss3"]);
const debian13 = new Set(["libgtk-3-0t64", "libasound2t64", "libnss3"]);
const missing = ["libgtk-3.so.0", "libasound.so.2", "libnss3.so"];

describe("what is missing", () => {
  it("is read from ldd's answer", () => {
    const answer = [
      "\tlinux-vdso.so.1 (0x00007ffd)",
      "\tlibgtk-3.so.0 => not found",
      "\tlibc.so.6 => /lib/libc.so.6 (0x00007f00)",
      "\tlibgbm.so.1 => not found",
    ].join("\n");
    expect(missingIn(answer)).toEqual(["libgtk-3.so.0", "libgbm.so.1"]);
  });
});

describe("the packages that hold it", () => {
  it("have their plain names on Debian 12", () => {
    expect(packagesFor(missing, (name) => debian12.has(name))).toEqual([
      "libgtk-3-0",
      "libasound2",
      "libnss3",
    ]);
  });

  it("have their t64 names where only those exist", () => {
    expect(packagesFor(missing, (name) => debian13.has(name))).toEqual([
      "libgtk-3-0t64",
      "libasound2t64",
      "libnss3",
    ]);
  });

  it("have their plain names while the package lists are empty", () => {
    expect(packagesFor(["libgtk-3.so.0"], () => false)).toEqual(["libgtk-3-0"]);
  });

  it("are named once each, the virtual display's among them", () => {
    const three = ["libnss3.so", "libnssutil3.so", "Xvfb"];
    expect(packagesFor(three, () => true)).toEqual(["libnss3", "xvfb"]);
  });

  it("are asked of the reader when unknown", () => {
    expect(() => packagesFor(["libnew.so.1"], () => true)).toThrow(
      /libnew\.so\.1/,
    );
  });
});
