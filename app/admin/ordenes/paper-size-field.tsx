import { RadioGroup } from "@/components/form/field";

/** Whole Letter or half; one order fills either. */
export function PaperSizeField({ words }: { words: Record<"size" | "letter" | "halfLetter", string> }) {
  return (
    <RadioGroup
      name="tamano"
      legend={words.size}
      defaultValue="carta"
      options={[
        { value: "carta", label: words.letter },
        { value: "media", label: words.halfLetter },
      ]}
    />
  );
}
