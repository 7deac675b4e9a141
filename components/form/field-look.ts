/* Classes of fields, one constant for each element. */

export const inputClass =
  "w-full rounded-field border-2 border-line bg-sheet px-3 py-[0.4rem] aria-invalid:border-stop-text";
export const digitsClass =
  "text-[max(1.125rem,min(1.875rem,9vw))] leading-[1.3] font-semibold tracking-[0.05em] tabular-nums lining-nums";
/** Rows of a slip share borders, like a bank's form. Label and hint are on one line above the control. */
export const slipClass = "divide-y-[1.5px] divide-line rounded-button border-2 border-line bg-sheet";
export const cellClass = "relative flex flex-wrap items-baseline gap-x-2 px-[0.8rem] pt-[0.4rem]";
// Border and focus ring surround the whole cell including the label, unless the words take more than one line.
const inCell =
  "relative -mx-[0.8rem] -mt-[1.6rem] min-h-[calc(1.6rem+11*var(--spacing))] w-[calc(100%+1.6rem)] min-w-0 rounded-field border-0 bg-transparent pt-[1.6rem] focus-visible:z-1 aria-invalid:mt-0 aria-invalid:min-h-11 aria-invalid:pt-0 @max-[18rem]:mt-0 @max-[18rem]:min-h-11 @max-[18rem]:pt-0";
export const cellDigitsClass = `${inCell} px-[0.8rem] text-[min(1.5rem,9vw)] leading-[1.2] font-bold tracking-[0.03em] tabular-nums lining-nums`;
/** Wrapper of a control with a button, which is placed on top so that the control fills the cell. */
export const asideInCell =
  "relative w-full [&>button]:absolute [&>button]:right-0 [&>button]:bottom-1 [&>button]:z-2 [&>button]:bg-sheet [&>input]:pr-[4.2rem]";
export const cellSelectClass = `${inCell} h-auto pr-[0.8rem] pl-[calc(0.8rem-4px)] text-[min(1.0625rem,7vw)] leading-[1.2] font-bold text-ellipsis whitespace-normal`;
export const fileClass = [
  "min-h-14 w-full rounded-field border-2 border-dashed border-line bg-sheet p-2 aria-invalid:border-stop-text",
  "file:mr-3 file:min-h-10 file:cursor-pointer file:rounded-field file:border-2 file:border-solid file:border-current",
  "file:bg-indigo-soft file:px-3 file:font-bold file:text-link",
].join(" ");
export const optionClass =
  "grid cursor-pointer grid-cols-[28px_1fr] gap-x-3 forced-colors:has-checked:outline-3 forced-colors:has-checked:-outline-offset-5 forced-colors:has-checked:outline-[Highlight]";
export const tickClass = "m-0 size-7 accent-indigo";

/** Layouts of a group: plain list, tiles, or answers of equal weight side by side. */
export type GroupLook = "list" | "tiles" | "pair";

const tile =
  "rounded-button border-2 border-line bg-sheet px-3 has-checked:border-link has-checked:inset-ring-2 has-checked:inset-ring-link";
export const groupClass: Record<GroupLook, string> = {
  list: "",
  tiles: "",
  pair: "grid grid-cols-2 gap-x-3 gap-y-1 max-[22rem]:grid-cols-1",
};
export const rowClass: Record<GroupLook, string> = {
  list: "min-h-12 items-start py-[0.6rem]",
  tiles: `${tile} mb-2 min-h-12 items-start py-[0.6rem]`,
  pair: `${tile} min-h-14 items-center py-[0.4rem] font-bold`,
};
