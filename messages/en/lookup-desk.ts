import type { Section } from "@/messages/es-CO";

/** The caja finds a look-up by the code that the provider reads out. */
export const adminLookups: Section<"admin">["lookups"] = {
  title: "Find a look-up",
  link: "Find a look-up by its code",
  back: "Find orders",
  code: "Code of the look-up",
  codeHint: "What the provider's screen says after “Asked by”. Example: 7K3M-4Q2P",
  codeShape: "The code has eight letters and figures. Ask for it again",
  find: "Find",
  none: "We did not find that look-up.",
  noneText: "Ask for the code again, letter by letter. None has I, L, O or U.",
  one: (code) => `Look-up ${code}`,
  when: "Date and time",
  provider: "Provider",
  place: "Branch and point of payment",
  person: "Who asked",
  unnamed: (last) => `A paired device, nobody named (the last person was ${last})`,
  channel: "How",
  answered: "The fund answered",
  compared: "Paper compared",
  order: "Order",
};
