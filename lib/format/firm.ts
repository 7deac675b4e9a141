const FIRM_SPACE = "\u00a0";

/** Keeps a telephone number and a time of day on one line: "605 323 5000", "7 a. m.", "10:30 p.m.". */
export function firm(text: string): string {
  return text
    .replace(/(?<=\d) (?=\d)/g, FIRM_SPACE)
    .replace(/(?<=\d) ?([ap])\. ?m\./gi, (time) =>
      time.replace(/^ ?(.)\. ?/, `${FIRM_SPACE}$1.${FIRM_SPACE}`),
    );
}
