/** The one channel for requests and the one for changes. Apart from the contract, so that knowing them costs nothing. */
export const REQUEST_CHANNEL = "aide:request";
export const CHANGES_CHANNEL = "aide:changes";
