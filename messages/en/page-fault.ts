export const fault = {
  title: "We have a problem",
  what: "The problem is ours. You did nothing wrong.",
  todo: "Try again in a few minutes. If it stays the same, call the fund.",
  code: "If you call, give this code:",
  again: "Try again",
  home: "Go to the start",
};
