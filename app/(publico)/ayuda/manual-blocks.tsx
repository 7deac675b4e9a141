import { Steps } from "@/components/ui/steps";
import { SummaryList } from "@/components/ui/summary-list";
import { Unbroken } from "@/components/ui/unbroken";
import { marked } from "@/domain/manual/search";
import { type Block, plainText, type Run } from "@/domain/manual/text";
import { ManualPicture } from "./manual-picture";
import { addressNamed } from "./places";

/** Content of a section, with the words that were searched for marked. */
export function ManualBlocks({
  blocks,
  sought,
  pictures,
}: {
  blocks: readonly Block[];
  sought: readonly string[];
  pictures: Readonly<Record<string, string>>;
}) {
  return blocks.map((block, place) => {
    const key = `${block.kind}${place}`;
    switch (block.kind) {
      case "paragraph":
        return (
          <p key={key}>
            <Runs runs={block.runs} sought={sought} />
          </p>
        );
      case "steps":
      case "points":
        return (
          <Steps key={key} ordered={block.kind === "steps"}>
            {block.items.map((runs) => (
              <li key={plainText(runs)}>
                <Runs runs={runs} sought={sought} />
              </li>
            ))}
          </Steps>
        );
      case "facts":
        return (
          <SummaryList
            key={key}
            rows={block.rows.map(({ label, text }) => ({
              label,
              value: <Marked text={text} sought={sought} />,
            }))}
          />
        );
      case "picture":
        return <ManualPicture key={key} name={block.name} alt={pictures[block.name] ?? ""} />;
    }
    return null;
  });
}

function Runs({ runs, sought }: { runs: readonly Run[]; sought: readonly string[] }) {
  return runs.map(({ text, strong, to }, place) => {
    const key = `${place}${text}`;
    const shown = <Marked text={text} sought={sought} />;
    if (strong) return <strong key={key}>{shown}</strong>;
    if (!to) return <span key={key}>{shown}</span>;
    return (
      // As tall as a finger, and the lines stay where they are.
      <a key={key} className="py-2.5" href={addressNamed(to)}>
        {shown}
      </a>
    );
  });
}

/** A text with the searched words marked. The marks disappear as soon as somebody types another search. */
export function Marked({ text, sought }: { text: string; sought: readonly string[] }) {
  if (sought.length === 0) return <Unbroken text={text} />;
  let at = 0;
  return marked(text, sought).map(({ text: piece, hit }) =>
    hit ? (
      <mark key={at++} className="in-data-typing:bg-transparent in-data-typing:text-inherit">
        {piece}
      </mark>
    ) : (
      <span key={at++}>
        <Unbroken text={piece} />
      </span>
    ),
  );
}
