/** When the row that has the focus goes away, the next one takes it, else the one before, else the view's sentence. */
import { useLayoutEffect, useRef } from "react";
import type { FocusEvent, RefObject } from "react";

export interface RowFocus {
  /** Of the element around all rows; each row bears `data-row`, and its first button takes the focus. */
  readonly container: RefObject<HTMLElement | null>;
  readonly onFocus: (event: FocusEvent) => void;
}

/** Where the focus was last, and the rows as they stood then. */
interface Place {
  readonly row: HTMLElement;
  readonly rows: readonly HTMLElement[];
}

export function useRowFocus(sentence: RefObject<HTMLElement | null>): RowFocus {
  const container = useRef<HTMLElement | null>(null);
  const place = useRef<Place | null>(null);

  useLayoutEffect(() => {
    if (place.current === null || place.current.row.isConnected) return;
    const { row, rows } = place.current;
    place.current = null;
    // Whoever has the focus by now keeps it.
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const at = rows.indexOf(row);
    const near = [...rows.slice(at + 1), ...rows.slice(0, at).reverse()].find(({ isConnected }) => isConnected);
    (near?.querySelector("button") ?? sentence.current)?.focus();
  });

  return {
    container,
    onFocus: ({ target }) => {
      // The focus in a row's menu, which lies elsewhere in the document, is still that row's.
      if (container.current?.contains(target) !== true) return;
      const row = target.closest<HTMLElement>("[data-row]");
      const rows = [...container.current.querySelectorAll<HTMLElement>("[data-row]")];
      place.current = row === null ? null : { row, rows };
    },
  };
}
