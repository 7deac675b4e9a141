import { Children } from "react";

/** Longer ones may need two lines on a small phone with large letters. */
const LONGEST = 16;

/** A text whose numbers ("900.765.432-6", "U-2026-000099") stay on one line, and whose e-mails break behind the "@". */
export function Unbroken({ text }: { text: string }) {
  return Children.toArray(text.split(/(\s+)/).map(unbroken));
}

function unbroken(word: string) {
  const [box, host] = word.split("@");
  if (host)
    return (
      <>
        {box}@<wbr />
        {host}
      </>
    );
  return word.length <= LONGEST && /-.*\d/.test(word) ? (
    <span className="whitespace-nowrap">{word}</span>
  ) : (
    word
  );
}
