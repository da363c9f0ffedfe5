import type { Settings } from "#bridge/contract/settings";
import {
  sentenceBefore,
  sentenceFrom,
  type SpokenSentence,
} from "#domain/text/spoken-sentences";
import { notices } from "../../../app/notices.svelte";
import type { TextView } from "../text-view.svelte";
import { chooseVoice, offlineVoices } from "./choose-voice";

/** Voices come a moment after they are first asked for; none may come at all. */
const VOICES_WITHIN_MS = 1_500;

/** Reading aloud with the voices of the system: sentence by sentence, so that the eye can follow and a pause keeps its place. */
export class AloudSession {
  readonly #view: TextView;
  readonly #settings: () => Settings;
  state = $state<"off" | "playing" | "paused">("off");
  sentence = $state.raw<SpokenSentence | undefined>();
  /** Those that speak without the network. */
  voices = $state.raw<readonly SpeechSynthesisVoice[]>([]);
  /** What is being said now; what an older one tells is no news. */
  #utterance: SpeechSynthesisUtterance | undefined;

  constructor(view: TextView, settings: () => Settings) {
    this.#view = view;
    this.#settings = settings;
  }

  /** Begins where one reads or at a place, pauses, goes on. */
  async toggle(from?: number): Promise<void> {
    if (this.state === "playing") return this.pause();
    if (this.state === "paused" && this.sentence) return this.#say();
    this.voices = await loadVoices();
    if (this.voices.length === 0) {
      notices.say(
        "This system has no voice that speaks without the network. Add one in its settings for speech; on Linux, install speech-dispatcher with a voice such as espeak-ng.",
      );
      return;
    }
    const place = from ?? this.#view.place?.offset ?? 0;
    this.#goTo(sentenceFrom(this.#view.item, place));
  }

  pause(): void {
    if (this.state !== "playing") return;
    this.state = "paused";
    this.#silence();
  }

  stop(): void {
    this.state = "off";
    this.sentence = undefined;
    this.#silence();
  }

  /** The next sentence, or the one before. */
  step(step: 1 | -1): void {
    const { sentence } = this;
    if (!sentence) return;
    const { item } = this.#view;
    const to =
      step === 1
        ? sentenceFrom(item, sentence.end)
        : sentenceBefore(item, sentence.start);
    if (to) this.#goTo(to);
  }

  /** The sentence is said again, as the settings are now. */
  again(): void {
    if (this.state === "playing") this.#say();
  }

  #goTo(sentence: SpokenSentence | undefined): void {
    if (!sentence) return this.stop();
    this.sentence = sentence;
    void this.#view.show(sentence, "nearest");
    if (this.state === "paused") this.#silence();
    else this.#say();
  }

  #say(): void {
    const { sentence } = this;
    if (!sentence) return;
    const { aloudRate, aloudVoice } = this.#settings();
    const voice = chooseVoice(this.voices, sentence.language, aloudVoice);
    if (!voice) {
      this.stop();
      notices.say(
        `No offline voice of this system speaks this language (${sentence.language}).`,
      );
      return;
    }
    this.#silence();
    this.state = "playing";
    const utterance = new SpeechSynthesisUtterance(sentence.words);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = aloudRate;
    utterance.onend = () => {
      if (this.#utterance === utterance) this.step(1);
      if (this.sentence === sentence && this.#utterance === utterance)
        this.stop();
    };
    utterance.onerror = ({ error }) => {
      if (this.#utterance !== utterance) return;
      // The text on the other side took the voice.
      if (error === "interrupted" || error === "canceled") {
        this.#utterance = undefined;
        this.state = "paused";
        return;
      }
      this.stop();
      notices.trouble(`Reading aloud stopped: the voice said “${error}”.`);
    };
    this.#utterance = utterance;
    speechSynthesis.speak(utterance);
  }

  #silence(): void {
    this.#utterance = undefined;
    speechSynthesis.cancel();
  }
}

async function loadVoices(): Promise<SpeechSynthesisVoice[]> {
  const known = offlineVoices(speechSynthesis.getVoices());
  if (known.length > 0) return known;
  await new Promise<void>((done) => {
    const timer = window.setTimeout(done, VOICES_WITHIN_MS);
    speechSynthesis.addEventListener(
      "voiceschanged",
      () => {
        window.clearTimeout(timer);
        done();
      },
      { once: true },
    );
  });
  return offlineVoices(speechSynthesis.getVoices());
}
