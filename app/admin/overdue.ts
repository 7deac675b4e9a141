/** What somebody has to look after now, in yellow. */
export const overdue =
  "border-l-6 border-warn-text bg-warn-soft px-4 py-[0.6rem] [&_p]:m-0 [&_p]:max-w-none [&_a]:inline-flex [&_a]:min-h-11 [&_a]:items-center [&_a]:font-bold [&_a]:text-warn-text";
