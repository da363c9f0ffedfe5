import { describe, expect, it } from "vitest";
import {
  chooseVoice,
  offlineVoices,
  type Voice,
} from "../../../src-renderer/features/reader/aloud/choose-voice";

function voice(lang: string, more: Partial<Voice> = {}): Voice {
  return {
    voiceURI: `voice ${lang}`,
    name: lang,
    lang,
    localService: true,
    default: false,
    ...more,
  };
}

describe("the voice that reads", () => {
  const voices = [
    voice("en-US"),
    voice("en_GB"),
    voice("de-DE", { default: true }),
    voice("en-GB", { voiceURI: "far away", localService: false }),
  ];

  it("speaks without the network", () => {
    expect(offlineVoices(voices)).toHaveLength(3);
    expect(chooseVoice(voices, "en-GB", "far away")?.lang).toBe("en_GB");
  });

  it("speaks the language of the text, of its region where there is one", () => {
    expect(chooseVoice(voices, "en-GB", "")?.lang).toBe("en_GB");
    expect(chooseVoice(voices, "en", "")?.lang).toBe("en-US");
    expect(chooseVoice(voices, "de-CH", "")?.lang).toBe("de-DE");
    expect(chooseVoice(voices, "ru", "")).toBeUndefined();
  });

  it("is the chosen one where it speaks the language", () => {
    expect(chooseVoice(voices, "en-GB", "voice en-US")?.lang).toBe("en-US");
    expect(chooseVoice(voices, "de", "voice en-US")?.lang).toBe("de-DE");
  });
});
