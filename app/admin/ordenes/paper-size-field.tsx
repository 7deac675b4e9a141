import { RadioGroup } from "@/components/form/field";
import { paperSizeWords } from "./paper-size";

/** Whole Letter or half; one order fills either. */
export function PaperSizeField({ words }: { words: Record<"size" | "letter" | "halfLetter", string> }) {
  return (
    <RadioGroup
      name="tamano"
      legend={words.size}
      defaultValue={paperSizeWords.letter}
      options={[
        { value: paperSizeWords.letter, label: words.letter },
        { value: paperSizeWords.half_letter, label: words.halfLetter },
      ]}
    />
  );
}
