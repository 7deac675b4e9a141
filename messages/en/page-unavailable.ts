export const unavailable = {
  title: "We could not check",
  what: "The problem is ours. The order did not change.",
  todo: "Wait a moment and try again. Meanwhile, do not hand over with that order.",
  elsewhere: "We could not open the page",
};
