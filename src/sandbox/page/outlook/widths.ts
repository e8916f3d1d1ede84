/** Where the page folds: below each width there is less beside one another. */
export const foldedFolders = "@media (max-width: 1099px)";
export const paneOver = "@media (max-width: 899px)";
/** List, message or pane, one at a time (WCAG 2.2, 1.4.10). */
export const oneColumn = "@media (max-width: 639px)";
