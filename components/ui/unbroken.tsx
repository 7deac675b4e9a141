import { Children } from "react";

const underlined = "[text-decoration:inherit]";

/** A text whose numbers ("900.765.432-6", "U-2026-000099") stay on one line, and whose e-mails break behind the "@". */
export function Unbroken({ text }: { text: string }) {
  // One element, since each word would be an item of its own in a flexible box. It hands a link's underline on.
  return <span className={underlined}>{Children.toArray(text.split(/(\s+)/).map(unbroken))}</span>;
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
  // A box of its own breaks inside only where no line has room for it, and takes no underline from a link by itself.
  return /-.*\d/.test(word) ? <span className={`inline-block ${underlined}`}>{word}</span> : word;
}
