import { inNormalForm } from "@/lib/format/normal-form";

/**
 * A text whose letters have no accents. Letters that are drawn as one or wide (ﬁ, Ａ) become the plain ones (NFKD), so
 * the text can get longer; where places in the text count, or only accents may differ, NFD is right instead.
 */
export const withoutAccents = (text: string) => inNormalForm(text, "NFKD").replace(/\p{M}/gu, "");
