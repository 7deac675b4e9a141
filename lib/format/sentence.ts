/** With a full stop, unless the text brings its own ("a las 5 p. m."). */
export const sentence = (text: string): string => (/\.$/.test(text) ? text : `${text}.`);

/** With a capital at its head. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
