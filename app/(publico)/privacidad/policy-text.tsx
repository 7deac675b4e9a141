import { Steps } from "@/components/ui/steps";
/** The caja's text: paragraphs between blank lines, `## ` before a heading, `- ` before each point of a list. */
export function PolicyText({ text }: { text: string }) {
  const blocks = text
    .replaceAll("\r\n", "\n")
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .filter(Boolean);
  // biome-ignore lint/suspicious/noArrayIndexKey: a fixed text, its blocks are never moved
  return blocks.map((block, at) => <Block key={at} block={block} />);
}

function Block({ block }: { block: string }) {
  if (/^#+ /.test(block)) return <h2>{block.replace(/^#+ /, "")}</h2>;
  const lines = block.split("\n");
  if (lines.every((line) => /^[-*•] /.test(line))) {
    return (
      <Steps>
        {lines.map((line) => (
          <li key={line}>{line.slice(2)}</li>
        ))}
      </Steps>
    );
  }
  return <p>{block}</p>;
}
