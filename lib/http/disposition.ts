import { inNormalForm } from "@/lib/format/normal-form";

/** In place, unless a file is asked for; the name cannot end the header or leave its folder. */
export function disposition(asFile: boolean, fileName: string): string {
  const plain = inNormalForm(fileName, "NFKD")
    .replace(/[^\w. -]/g, "")
    .trim();
  const way = asFile ? "attachment" : "inline";
  return `${way}; filename="${plain || "documento"}"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, "")}`;
}
