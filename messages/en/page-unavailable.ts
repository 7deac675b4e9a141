export const unavailable = {
  title: "We could not check",
  text: "The problem is ours. The order did not change.",
  advice: "Wait a moment and try again. Meanwhile, do not hand over with that order.",
  call: "Urgent? Call",
  again: "Try again",
};

export const pageUnavailable = {
  ...unavailable,
  title: "We could not open the page",
  text: "The problem is ours. What was already saved is not lost.",
  advice: "Wait a moment and try again.",
};
